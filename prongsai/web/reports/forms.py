"""Forms of the report pages."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.core.reports.layout import FormLayout
from prongsai.core.reports.memo import dated
from prongsai.core.reports.reading import Memo
from prongsai.core.reports.workflow import Act
from prongsai.core.thai.digits import to_thai
from prongsai.web.agencies.queries import Seat
from prongsai.web.reports.models import SignOff
from prongsai.web.site import clock
from prongsai.web.site.fields import ThaiDateField

#: How many places a chain may have on the form.
PLACES = 6


class BeginForm(forms.Form):
    """Which round, and in which layout."""

    round = forms.TypedChoiceField(label=_("Reporting round"), coerce=int)
    form = forms.ChoiceField(label=_("Layout of the report"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, rounds: list[tuple[int, str]], layouts: list[FormLayout], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["round"].choices = rounds  # type: ignore[attr-defined]  # a choice field, see above
        self.fields["form"].choices = [(one.id, one.name_th) for one in layouts]  # type: ignore[attr-defined]  # same


class AnalysisForm(forms.Form):
    """The result of which year is analysed, and in which layout; where there is one layout, nobody is asked."""

    result_year = forms.TypedChoiceField(label=_("Result to analyse"), coerce=int)
    form = forms.ChoiceField(label=_("Layout of the report"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, years: list[int], layouts: list[FormLayout], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(year, _("Fiscal year %(year)s") % {"year": year}) for year in years]
        self.fields["result_year"].choices = named  # type: ignore[attr-defined]  # a choice field
        self.fields["form"].choices = [(one.id, one.name_th) for one in layouts]  # type: ignore[attr-defined]  # same
        if len(layouts) == 1:
            self.fields["form"].widget = forms.HiddenInput()
            self.initial.setdefault("form", layouts[0].id)


class OwnFormForm(forms.Form):
    """The YAML of a form of the agency's own."""

    file = forms.FileField(
        label=_("Form as a YAML file"),
        help_text=_("Begin with a file from the list above, change it, and bring it here. At most 64 kB."),
        error_messages={
            "required": _("Please choose a file."),
            "empty": _("The file is empty. Please choose another."),
        },
        widget=forms.ClearableFileInput(attrs={"accept": ".yaml,.yml"}),
    )


class OwnPaperForm(forms.Form):
    """Last year's report as a Word file, and whether it is a new form or the next version of one."""

    file = forms.FileField(
        label=_("Last year's report as a Word file"),
        help_text=_("A .docx of at most 10 MB. Its memo and tables are found; everything else stays as it is."),
        error_messages={
            "required": _("Please choose a file."),
            "empty": _("The file is empty. Please choose another."),
        },
        widget=forms.ClearableFileInput(attrs={"accept": ".docx"}),
    )
    of = forms.ChoiceField(label=_("What it becomes"), required=False)

    def __init__(self, *args: Any, papers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "paper_%s"  # the page has another form with a file
        versions = [(form, _("The next version of “%(name)s”") % {"name": name}) for form, name in papers]
        self.fields["of"].choices = [("", _("A new form")), *versions]  # type: ignore[attr-defined]  # a choice field
        if not papers:
            del self.fields["of"]


class PaperNameForm(forms.Form):
    """What a Word form is called where a report is begun."""

    name = forms.CharField(label=_("Name of the form"), max_length=120)


class MemoForm(forms.Form):
    """The memo; a paragraph is a line. Number and date may be left for the registry to fill by hand."""

    office = forms.CharField(label=_("Office"), max_length=300)
    number = forms.CharField(
        label=_("Number"),
        max_length=100,
        required=False,
        help_text=_("Leave it as it is if the registry fills in the number by hand."),
    )
    date = ThaiDateField(
        label=_("Date of the memo"),
        required=False,
        help_text=_("Day, month and year of the Buddhist era; may be left empty."),
    )
    subject = forms.CharField(label=_("Subject"), max_length=600, widget=forms.Textarea(attrs={"rows": 2}))
    to = forms.CharField(label=_("To"), max_length=300)
    body = forms.CharField(
        label=_("Text"), widget=forms.Textarea(attrs={"rows": 12}), help_text=_("Each line is a paragraph.")
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, memo: Memo, version: int) -> MemoForm:
        """The form filled with a memo."""
        return cls(
            initial={
                "office": memo.office or "",
                "number": memo.number or "",
                "date": memo.date_text or "",
                "subject": memo.subject or "",
                "to": memo.to or "",
                "body": "\n".join(memo.body),
                "version": version,
            }
        )

    def memo(self, period: str | None) -> Memo:
        """The memo that was written; ``period`` goes on from the one before."""
        data = self.cleaned_data
        memo = Memo(
            office=data["office"],
            number=to_thai(data["number"]) or None,  # as every figure of an official paper
            subject=" ".join(data["subject"].split()),
            to=data["to"],
            period=period,
            body=tuple(line.strip() for line in data["body"].splitlines() if line.strip()),
        )
        return dated(memo, data["date"])


class ChainForm(forms.Form):
    """Who signs, in order: a person and the position that stands under the name. Empty places are left out."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, seats: list[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = {seat.person.pk: seat for seat in seats}
        choices = [("", _("— nobody —"))] + [
            (str(pk), f"{seat.person} — {seat.position}") for pk, seat in self.seats.items()
        ]
        for place in range(1, PLACES + 1):
            self.fields[f"person_{place}"] = forms.ChoiceField(
                label=_("Place %(number)s") % {"number": place}, choices=choices, required=False
            )
            self.fields[f"position_{place}"] = forms.CharField(
                label=_("Position on paper, place %(number)s") % {"number": place}, max_length=200, required=False
            )

    def chain(self) -> list[tuple[str, Seat]]:
        """(position, seat) in order, without the empty places."""
        found = []
        for place in range(1, PLACES + 1):
            if key := self.cleaned_data[f"person_{place}"]:
                seat = self.seats[int(key)]
                found.append((self.cleaned_data[f"position_{place}"] or seat.position, seat))
        return found


class SignForm(forms.Form):
    """A decision in the chain, on screen or with the scan of the signed paper."""

    act = forms.ChoiceField(label=_("Decision"), widget=forms.RadioSelect)
    opinion = forms.CharField(
        label=_("Opinion or order"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("If you return the report, please say what should be mended."),
    )
    acting = forms.ChoiceField(label=_("Signing as"), choices=SignOff.Acting.choices, required=False)
    signed_on = ThaiDateField(label=_("Date of signing"), required=False)
    scan = forms.FileField(
        label=_("Scan of the signed paper"),
        required=False,
        help_text=_("Where it was signed by hand: a photo or PDF of the signed page."),
        error_messages={"required": _("Please choose the scan or photo of the signed page.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, last: bool, by_scan: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Who brings the paper of another has nothing to show but its scan.
        self.fields["scan"].required = by_scan
        agree = (Act.ACKNOWLEDGED.value, _("Acknowledge")) if last else (Act.ENDORSED.value, _("Endorse and pass on"))
        self.fields["act"].choices = [agree, (Act.RETURNED.value, _("Return for mending"))]  # type: ignore[attr-defined]  # a choice field

    def clean_signed_on(self) -> date | None:
        """The day of signing: today at the latest."""
        day: date | None = self.cleaned_data["signed_on"]
        if day and day > clock.today():
            raise forms.ValidationError(_("This day has not come yet. Please check the month and the year."))
        return day
