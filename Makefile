# 审计驾驶舱 · Audit Cockpit.  make run: 打开驾驶舱 / open the cockpit;  make test: 运行测试 / run the tests.

PIN = CUSTOM_COMPILE_COMMAND="make pin" .venv/bin/pip-compile --quiet --strip-extras --no-emit-options \
      --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --annotation-style line
PORT = $${AUDIT_PORT:-8501}
# This machine only, until an administrator decides otherwise: the demonstration's passwords are public.
ADDRESS = 127.0.0.1

.PHONY: help run test test-screens test-spark ready suite check bench bundle try-bundle shots docs pin clean

help: ## 本帮助 · this help
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/'

run: ## 安装、建演示库并打开驾驶舱 · install, build the demonstration and open the cockpit
	@sh release/venv.sh requirements.txt
	@.venv/bin/python manage.py init --demo
	@echo "驾驶舱 · The cockpit: http://localhost:$(PORT)   （Ctrl+C 停止 · stops）"
	@.venv/bin/python manage.py serve --address $(ADDRESS)

test: ## 检查并运行全部测试 · checks and all tests, beside each other
	@$(MAKE) --no-print-directory --jobs=2 check suite

ready:
	@sh release/venv.sh requirements-dev.txt

suite: ready
	@# Three at once: one of them waits for a browser most of the time, and each first reads all tests. They and all that they
	@# start share what Python has compiled, also where it is told to keep nothing.
	@.venv/bin/python -m compileall -q app.py bench commands components data pages queries release routes
	@PYTHONDONTWRITEBYTECODE= .venv/bin/python -m pytest -n 3 --dist worksteal

test-screens: ready ## 发布前：更多尺寸、语言和随机过程 · before a release: more sizes, languages and random courses
	@AUDIT_ALL_SCREENS=yes AUDIT_RANDOM_COURSES=2000 .venv/bin/python -m pytest tests/browser tests/test_pages.py tests/test_closing_random.py

test-spark: ## 每个模型在 Spark 上与 DuckDB 对照 · every model on a Spark cluster of this machine (Java 17; 700 MB of packages)
	@sh release/venv.sh requirements-spark-server.txt build/spark-server
	@sh release/venv.sh requirements-dev.txt build/spark
	@sh release/venv.sh requirements-spark.txt build/spark
	@AUDIT_SPARK_HOME=build/spark-server build/spark/bin/python -m pytest tests_spark

check: ready ## ruff 与 mypy · ruff and mypy
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy .

bench: ## 性能测量 · measure speed (10 k, 100 k, 1 M findings)
	@sh release/venv.sh requirements-dev.txt
	.venv/bin/python -m bench

bundle: ## 离线安装包 · one tarball that installs without a network
	@sh release/venv.sh requirements.txt
	@sh release/bundle.sh

try-bundle: ## 断网安装并启动安装包 · install and start the bundle without a network
	@sh release/try_bundle.sh

shots: ## 指南截图 · screenshots for the guide
	@sh release/venv.sh requirements-dev.txt
	.venv/bin/python -m release.shots

docs: ## 由源码生成参考手册 · generate the reference from the code
	@sh release/venv.sh requirements.txt
	.venv/bin/python manage.py docs

pin: ## 更新锁定版本 · bring the pins up to date with the .in files
	@sh release/venv.sh requirements-dev.txt
	$(PIN) requirements.in
	$(PIN) requirements-dev.in
	$(PIN) requirements-spark.in
	$(PIN) requirements-spark-server.in

clean: ## 删除生成的文件，不动数据库 · remove what was generated; never the database
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
