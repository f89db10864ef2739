"""Every report that is there already belongs to the plan of its round.

By itself: PostgreSQL does not alter a table in the transaction that wrote to it.
"""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def fill(apps, schema_editor):
    """The plan of the round as the report's own."""
    round_of = apps.get_model("measures", "Round").unscoped.filter(pk=OuterRef("round"))
    apps.get_model("reports", "Report").unscoped.filter(plan=None).update(plan=Subquery(round_of.values("plan")[:1]))


class Migration(migrations.Migration):
    dependencies = [("reports", "0003_analysis")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
