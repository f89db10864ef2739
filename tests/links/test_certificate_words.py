"""Whatever is wrong with a certificate has a sentence of its own."""

from __future__ import annotations

from prongsai.core.links.link import Reason
from prongsai.core.links.words.certificate import OF_CERTIFICATES
from prongsai.links import certificates


def test_each_word_for_a_fault_has_its_sentence() -> None:
    words = {*certificates._FAULTS.values(), certificates.OUTDATED, "untrusted"}
    assert {(Reason.TLS, word) for word in words} == {key for key in OF_CERTIFICATES if key[1]}
