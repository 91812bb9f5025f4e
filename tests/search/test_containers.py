from dataclasses import replace

from nnsearch.search.containers import assign_containers, seconds_alone
from nnsearch.training.examples import Picture
from nnsearch.training.hyperparameters import Hyperparameters


def member(*hidden, batch_size=32):
    return Hyperparameters(hidden=hidden, activation=("relu",) * len(hidden), output="softmax", batch_size=batch_size)


SIZES = {"n_x": 64, "n_y": 10, "m": 1000, "m_dev": 300}


def test_every_member_fits_its_container():
    members = [member(16), member(20), member(300), member(8, 8), member(9, 30), member()]
    for own, container in zip(members, assign_containers(members, **SIZES), strict=True):
        assert len(container) == len(own.hidden)
        assert all(width <= common for width, common in zip(own.hidden, container, strict=True))


def test_members_of_like_width_share_a_container():
    assert len(set(assign_containers([member(18), member(20), member(19)], **SIZES))) == 1


def test_a_wide_member_does_not_make_narrow_ones_pay():
    small, wide = assign_containers([member(8), member(4096)], **SIZES)
    assert small == (8,)
    assert wide == (4096,)


def test_members_of_other_batch_size_do_not_matter():
    alone = assign_containers([member(18)], **SIZES)
    beside = assign_containers([member(18), member(20, batch_size=64)], **SIZES)
    assert beside[0] == alone[0]


def test_changing_pictures_once_for_all_makes_a_common_container_worth_more():
    members = [replace(member(16), augment_rotation=10.0), replace(member(400), augment_rotation=10.0)]
    assert len(set(assign_containers(members, **SIZES))) == 2
    assert len(set(assign_containers(members, **SIZES, picture=Picture(8, 8, 1)))) == 1


def test_changing_pictures_takes_time():
    turned = replace(member(16), augment_rotation=10.0)
    assert seconds_alone(turned, **SIZES, picture=Picture(8, 8, 1)) > 1.5 * seconds_alone(turned, **SIZES)
