"""What a person reads of a study: tables and summaries made from its ledger."""
