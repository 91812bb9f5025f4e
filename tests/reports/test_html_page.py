import json

from nnsearch.reports.html_page import script_json


def test_json_cannot_end_its_element_and_means_the_same():
    value = {"a": "</script><!--", "b": "&amp;"}
    text = script_json(value)
    assert not set("<>&") & set(text)
    assert json.loads(text) == value
