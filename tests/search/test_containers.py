from dataclasses import replace

import numpy as np

from nnsearch.search.containers import assign_containers, seconds_alone
from nnsearch.training.examples import Examples, Picture
from nnsearch.training.hyperparameters import Hyperparameters


def member(*hidden, batch_size=32):
    return Hyperparameters(hidden=hidden, activation=("relu",) * len(hidden), output="softmax", batch_size=batch_size)


def examples(picture=None):
    X, y = np.zeros((1300, 65), np.float32), np.zeros(1300, np.int64)
    return Examples(X[:1000], y[:1000], X[1000:], y[1000:], n_y=10, output="softmax", picture=picture)


def test_every_member_fits_its_container():
    members = [member(16), member(20), member(300), member(8, 8), member(9, 30), member()]
    for own, container in zip(members, assign_containers(members, examples()), strict=True):
        assert len(container) == len(own.hidden)
        assert all(width <= common for width, common in zip(own.hidden, container, strict=True))


def test_members_of_like_width_share_a_container():
    assert len(set(assign_containers([member(18), member(20), member(19)], examples()))) == 1


def test_a_wide_member_does_not_make_narrow_ones_pay():
    small, wide = assign_containers([member(8), member(4096)], examples())
    assert small == (8,)
    assert wide == (4096,)


def test_members_of_other_batch_size_do_not_matter():
    alone = assign_containers([member(18)], examples())
    beside = assign_containers([member(18), member(20, batch_size=64)], examples())
    assert beside[0] == alone[0]


def test_changing_pictures_once_for_all_makes_a_common_container_worth_more():
    members = [replace(member(16), augment_rotation=10.0), replace(member(400), augment_rotation=10.0)]
    assert len(set(assign_containers(members, examples()))) == 2
    assert len(set(assign_containers(members, examples(Picture(8, 8, 1))))) == 1


def test_changing_pictures_takes_time():
    turned = replace(member(16), augment_rotation=10.0)
    assert seconds_alone(turned, examples(Picture(8, 8, 1))) > 1.5 * seconds_alone(turned, examples())
