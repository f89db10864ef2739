"""The reviewer: what an assessor would object to in a report or a plan, told before the assessor tells it."""
