"""A report is of progress on a round, or the analysis of a result; both belong to a plan."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("measures", "0001_initial"),
        ("reports", "0002_own_paper"),
    ]

    operations = [
        migrations.AddField(
            model_name="report",
            name="kind",
            field=models.CharField(
                choices=[("progress", "Report of progress"), ("analysis", "Analysis of a result")],
                default="progress",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="plan",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reports",
                to="measures.plan",
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="result_year",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="report",
            name="round",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reports",
                to="measures.round",
            ),
        ),
    ]
