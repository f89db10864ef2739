# โปร่งใส / Prongsai: one way in. `make` alone lists the targets; CI calls the same ones.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

VENV := .venv
BIN := $(VENV)/bin
ENGINES := .venv-engines
PYTEST := $(BIN)/pytest -n 2 --dist loadfile
TRANSLATIONS := $(shell find prongsai -name '*.po' 2>/dev/null)

# Tests start hundreds of programs: each reads what the first has compiled. It is kept beside the libraries, since the
# environment often forbids it (PYTHONDONTWRITEBYTECODE), meaning no files among the sources.
unexport PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX := $(CURDIR)/$(VENV)/.bytecode

.PHONY: help setup demo serve test test-postgres test-browser check fix bench bench-documents bench-analysis test-spark bench-surveys bench-links fuzz digits docs wheel

help: ## รายการคำสั่งนี้ / this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(VENV)/.stamp $(VENV)/.translations ## เตรียมเครื่อง (คำสั่งอื่นเรียกเอง) / get ready (the others do this themselves)

demo: setup ## ทดลองใช้ พร้อมข้อมูลตัวอย่าง / try it, with made-up agencies
	@tools/system_packages.sh pango || true
	@tools/system_packages.sh scan || true
	$(BIN)/prongsai demo

serve: setup ## เปิดเซิร์ฟเวอร์กับข้อมูลของท่าน / the server, with your own data
	@tools/system_packages.sh pango || true
	@tools/system_packages.sh scan || true
	$(BIN)/prongsai serve

test: setup ## ทดสอบ (SQLite) / the tests, on SQLite
	@tools/system_packages.sh pango
	@tools/system_packages.sh scan
	$(PYTEST) -m "not browser"

test-postgres: setup ## ทดสอบบน PostgreSQL ชั่วคราว / the same tests on a PostgreSQL of their own
	@tools/system_packages.sh pango
	@tools/system_packages.sh scan
	@tools/system_packages.sh postgres
	tools/with_postgres.sh $(PYTEST) -m "not browser"

test-browser: setup ## ทดสอบในเบราว์เซอร์จริง / the story and accessibility in a real browser
	@tools/system_packages.sh pango
	@tools/system_packages.sh scan
	@tools/system_packages.sh browser
	$(BIN)/pytest -m browser

check: setup ## ตรวจรูปแบบ ชนิดข้อมูล คำแปล และคู่มือ / style, types, layers, translations, manual
	@tools/check.sh

fix: setup ## จัดรูปแบบให้ถูกต้อง / put the style right
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format --quiet .

bench: setup ## วัดความเร็ว / the figures
	@tools/system_packages.sh pango || true
	@tools/system_packages.sh scan || true
	$(BIN)/python -m tests.bench

bench-documents: setup ## วัดการอ่านเอกสารทุกชนิด เทียบกับโปรแกรมอื่น / every kind of paper, beside other programs
	@tools/system_packages.sh pango
	@tools/system_packages.sh scan
	$(BIN)/python -m tests.bench papers scans

bench-surveys: setup ## วัดการรับคำตอบแบบสำรวจ และการไม่สูญหายเมื่อเครื่องดับ / answers a second, and none lost when killed
	$(BIN)/python -m tests.bench surveys

bench-links: $(ENGINES)/.stamp ## วัดการเปิดลิงก์ เทียบกับ LinkChecker / links a second, beside LinkChecker
	$(ENGINES)/bin/python -m tests.bench links

bench-analysis: $(ENGINES)/.stamp ## วัดการคำนวณทั้งประเทศ เทียบกับ pandas และ Polars / the whole country, beside pandas and Polars
	$(ENGINES)/bin/python -m tests.bench analysis

test-spark: $(ENGINES)/.stamp $(VENV)/.translations ## ทดสอบการคำนวณบน Spark / the same expressions on Spark
	@tools/system_packages.sh java
	SPARK_LOCAL_IP=127.0.0.1 $(ENGINES)/bin/pytest -q tests/analysis/test_spark.py

fuzz: setup ## ป้อนไฟล์แปลกให้ตัวอ่านสิบนาทีต่อชนิด / ten minutes of strange files for each reader
	@tools/system_packages.sh scan
	tools/fuzz.sh

digits: setup ## ฝึกตัวอ่านเลขไทยใหม่ จากแบบอักษรเสรีในเครื่อง / learn the digits anew, from this machine's free fonts
	$(BIN)/python -m tools.train_digits

docs: setup ## สร้างส่วนของคู่มือที่มาจากโค้ด / write the parts of the manual that come from the code
	$(BIN)/python -m tools.make_docs

wheel: setup ## สร้างแพ็กเกจ / build the wheel
	rm -rf build dist
	$(BIN)/python -m build --wheel --no-isolation --outdir dist .
	$(BIN)/python -m tools.check_wheel dist

# A target is made again when the lock or the project file is newer than its last success.
$(VENV)/.stamp: requirements-dev.lock pyproject.toml tools/setup_venv.sh
	@tools/setup_venv.sh $(VENV)
	@touch $@

$(ENGINES)/.stamp: requirements-engines.lock pyproject.toml tools/setup_venv.sh
	@tools/setup_venv.sh $(ENGINES) requirements-engines.lock
	@touch $@

$(VENV)/.translations: $(VENV)/.stamp tools/compile_translations.py $(TRANSLATIONS)
	@$(BIN)/python -m tools.compile_translations
	@touch $@
