"""No report is without a plan, and each is on a round or on a result."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0004_plan_of_each_report")]

    operations = [
        migrations.AlterField(
            model_name="report",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="measures.plan"
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "progress"), ("result_year", None), ("round__isnull", False))
                | models.Q(("kind", "analysis"), ("result_year__isnull", False), ("round", None)),
                name="report_is_on_a_round_or_a_result",
            ),
        ),
    ]
