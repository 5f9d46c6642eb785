# The commands of everyday work. `make run` and `make test` are all that a fresh machine with Swift needs.

PREFIX ?= /usr/local
EVAL ?= ../shared/eval
BENCH ?= ../shared/bench
# Data, what the peers have built and the packages they need: outside of the repository, kept from run to run.
BENCH_CACHE ?= $(HOME)/.cache/dixit-bench
N ?= 100000 1000000
MB ?= 200
SOURCES = Package.swift Sources Tests Examples
RELEASE = .build/release/dixit
SHARE = $(DESTDIR)$(PREFIX)/share
PROGRAM ?= $(RELEASE)

.PHONY: help run test docs test-service test-consumer test-report test-threads test-export test-sql test-spark install install-texts check-plain eval bench \
	bench-extract format lint prepare release

help:
	@echo "make run                     build, and ask the seed document"
	@echo "make test                    lint and run all tests"
	@echo "make test-service            the example of a web service, under load for LOAD_SECONDS"
	@echo "make test-consumer           a package elsewhere that depends on the library alone"
	@echo "make test-report             the page of dixit report in a browser"
	@echo "make test-export             an export, read by Datasette and Frictionless from PyPI"
	@echo "make test-sql                the same questions on DuckDB, ClickHouse, PostgreSQL (SQL_ENGINES=spark …)"
	@echo "make test-spark              a corpus on two executors of Apache Spark, one of them killed (DOCUMENTS=20000)"
	@echo "make test-threads            readers and a writer under the thread sanitizer"
	@echo "make docs                    the documentation of the library, in .build/docs"
	@echo "make install PREFIX=…        put the program, its manual and completions in PREFIX"
	@echo "make eval EVAL=…             score the extraction against annotated texts"
	@echo "make bench N=…           measure N statements against other engines"
	@echo "make bench-extract MB=200   measure reading of agency-style text on one and two threads"
	@echo "make format · make lint      swift format"

# A prompt; without a terminal, the answers of the tour.
run: release
	@if [ -t 0 ]; then $(RELEASE) seeds; \
	else COLUMNS=$${COLUMNS:-100} $(RELEASE) seeds -f Examples/tour.dixit -F table --echo; fi

test: prepare
	swift test
	@$(MAKE) --no-print-directory lint

# Packages of their own, so that `make test` stays quick; what lands is tested with them.
LOAD_SECONDS ?= 2
test-service: prepare
	LOAD_SECONDS=$(LOAD_SECONDS) swift test --package-path Examples/QuestionService

test-consumer:
	Tests/Consumer/run

# In Chromium, which it installs where that is one package.
test-report: prepare
	Tests/Browser/run

test-threads: prepare
	TSAN_OPTIONS="suppressions=$(CURDIR)/Tests/Threads.supp" swift test --sanitize thread --disable-xctest \
		--scratch-path .build-threads --filter ConcurrencyTests

# Exports and SQL on the engines that read them, from PyPI and Debian; kept in .build from run to run.
SQL_VENV = .build/sql-venv
test-export: prepare
	@swift build --product dixit
	@Tests/SQL/prepare $(SQL_VENV) datasette "frictionless[json]"
	@$(SQL_VENV)/bin/python Tests/SQL/export.py "$$(swift build --show-bin-path)/dixit" seeds

# SQL_ENGINES may be duckdb, clickhouse, postgres and spark; Spark takes minutes, so SQL_LIMIT cuts the questions of each corpus.
SQL_ENGINES ?= duckdb clickhouse postgres
SQL_QUERIES ?= 500
SQL_LIMIT ?= $(SQL_QUERIES)
SQL_CASES = .build/sql-cases
test-sql: test-export
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || \
		apt-get install -y -qq postgresql >/dev/null
	@Tests/SQL/prepare $(SQL_VENV) duckdb chdb "psycopg[binary]" $(if $(findstring spark,$(SQL_ENGINES)),pyspark==4.3.0)
	@rm -rf $(SQL_CASES)
	DIXIT_SQL_QUERIES=$(SQL_QUERIES) DIXIT_SQL_CASES="$(CURDIR)/$(SQL_CASES)" swift test --filter DixitSQLTests
	@DIXIT_SQL_LIMIT=$(SQL_LIMIT) $(SQL_VENV)/bin/python Tests/SQL/engines.py $(SQL_CASES) $(SQL_ENGINES)

# Minutes; COSTS=--costs measures one and two executors too.
DOCUMENTS ?= 20000
test-spark: prepare
	DOCUMENTS=$(DOCUMENTS) COSTS=$(COSTS) Examples/spark/run

# The documentation of the library as a folder of pages; a link that leads nowhere stops it.
docs: prepare
	swift build --target Dixit
	@rm -rf .build/symbols && mkdir -p .build/symbols
	swift-symbolgraph-extract -module-name Dixit -I "$$(swift build --show-bin-path)/Modules" -output-dir .build/symbols \
		-minimum-access-level public -target "$$(uname -m)-unknown-linux-gnu"
	docc convert Sources/Dixit/Dixit.docc --additional-symbol-graph-dir .build/symbols --output-dir .build/docs \
		--fallback-display-name Dixit --fallback-bundle-identifier dixit --warnings-as-errors

# Without the Swift libraries beside it, so that it runs on machines that have none.
install: prepare
	swift build -c release --product dixit --static-swift-stdlib
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 "$$(swift build -c release --static-swift-stdlib --show-bin-path)/dixit" "$(DESTDIR)$(PREFIX)/bin/dixit"
	@$(MAKE) --no-print-directory install-texts PROGRAM="$(DESTDIR)$(PREFIX)/bin/dixit"

# The manual pages and the shells' completions are what the program says of itself.
install-texts:
	install -d $(addprefix "$(SHARE)"/,man/man1 man/fr/man1 bash-completion/completions zsh/site-functions fish/vendor_completions.d)
	"$(PROGRAM)" manual --lang en > "$(SHARE)/man/man1/dixit.1"
	"$(PROGRAM)" manual --lang fr > "$(SHARE)/man/fr/man1/dixit.1"
	"$(PROGRAM)" completion bash > "$(SHARE)/bash-completion/completions/dixit"
	"$(PROGRAM)" completion zsh > "$(SHARE)/zsh/site-functions/_dixit"
	"$(PROGRAM)" completion fish > "$(SHARE)/fish/vendor_completions.d/dixit.fish"

# The texts are not in the repository; EVAL is the folder that holds them and score.py.
eval:
	@if [ ! -e "$(EVAL)/score.py" ]; then \
		echo "There are no annotated texts in $(EVAL): ask for the evaluation folder, and say where it is: make eval EVAL=…" >&2; \
		exit 1; \
	fi
	@$(MAKE) --no-print-directory release
	@for part in dev seed; do \
		echo "$$part"; \
		$(RELEASE) extract "$(EVAL)"/$$part/*.txt -F jsonl > ".build/eval-$$part.jsonl" && \
		python3 "$(EVAL)/score.py" "$(EVAL)/$$part" ".build/eval-$$part.jsonl" || exit 1; \
	done

# Dixit and its peers in turn. What PyPI and Debian have is installed into BENCH_CACHE; what is missing is left out with a line.
bench: prepare
	@if [ ! -e "$(BENCH)/bench.py" ]; then \
		echo "There is no benchmark driver in $(BENCH): say where it is: make bench BENCH=…" >&2; \
		exit 1; \
	fi
	@swift build -c release --package-path Tests/Performance
	@Tests/Performance/prepare "$(BENCH)" "$(BENCH_CACHE)"
	@"$(BENCH_CACHE)/venv/bin/python" Tests/Performance/compare.py "$(BENCH)" "$(BENCH_CACHE)" \
		"$$(swift build -c release --package-path Tests/Performance --show-bin-path)/dixit-bench" $(N) $(BENCH_OPTIONS)

# Dispatches of our own making, the same for one seed; MB/s, resident memory, and whether threads change a byte.
bench-extract: release
	@swift build -c release --package-path Tests/Performance --product agency-text
	@Tests/Performance/extract "$(BENCH_CACHE)/agency-$(MB)" $(MB) $(RELEASE) \
		"$$(swift build -c release --package-path Tests/Performance --show-bin-path)/agency-text"

# Whether the program is right without readline too (swift build --disable-default-traits), read but not built: the modules
# are those of `swift test`.
check-plain:
	@swiftc -typecheck -parse-as-library -module-name DixitCLI -swift-version 6 -I .build/debug/Modules \
		$(foreach map,$(wildcard Sources/*/module.modulemap),-I $(dir $(map))) -Xcc -I/usr/include/libxml2 \
		-package-name "$$(grep -o '"-package-name","[^"]*"' .build/debug.yaml | sort | uniq -c | sort -rn | sed -n '1s/.*,"\(.*\)"/\1/p')" \
		$(foreach feature,ExistentialAny InternalImportsByDefault MemberImportVisibility,-enable-upcoming-feature $(feature)) \
		$$(find Sources/DixitCLI -name '*.swift')

format:
	swift format -irp --configuration .swift-format $(SOURCES)

lint:
	swift format lint -rps --configuration .swift-format $(SOURCES)

prepare:
	@.ci/prepare

release: prepare
	@swift build -c release --product dixit
