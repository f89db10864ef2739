"""What goes on the paper beside the frozen content: the chain with what was signed, and the framework's names."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.core.reports.reading import Reading
from prongsai.core.reports.sheet import Names, SignatureBlock
from prongsai.core.reports.wording import official_date
from prongsai.frameworks import newest_for
from prongsai.web.reports.models import SignOff

_ACTING = {SignOff.Acting.ON_BEHALF.value: "ปฏิบัติราชการแทน", SignOff.Acting.ACTING.value: "รักษาราชการแทน"}


def signature_blocks(chain: Sequence[tuple[str, str]], signed: Sequence[SignOff]) -> tuple[SignatureBlock, ...]:
    """A block for every place of the chain (position, name): with its opinion and date where it has decided."""
    by_order = {sign.order: sign for sign in signed}
    return tuple(_block(position, name, by_order.get(order)) for order, (position, name) in enumerate(chain, start=1))


def names_for(reading: Reading) -> Names:
    """The names of indicators and sub-indicators in the framework that serves the report's year."""
    framework, _provisional = newest_for(reading.fiscal_year or 0)
    return Names(
        {str(one.number): one.name for one in framework.indicators},
        {one.code: one.name for one in framework.sub_indicators},
    )


def _block(position: str, name: str, sign: SignOff | None) -> SignatureBlock:
    if sign is None:
        return SignatureBlock(name, position, asks_opinion=True)
    return SignatureBlock(
        sign.name,
        sign.position,
        opinion=sign.opinion or None,
        date_text=official_date(sign.signed_on.isoformat()),
        acting_for=_ACTING.get(sign.acting),
        signed=True,
    )
