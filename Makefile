# The one door to the tools. It finds a JDK 25 and calls Maven and npm; every rule can be run again at any time.
SHELL := /bin/bash
JDK   := $(shell scripts/jdk 2>/dev/null)
export JAVA_HOME := $(JDK)
JAVA  := $(JDK)/bin/java
MVN   := mvn -B -ntp
JAR   := server/target/jingwei-server.jar

.PHONY: run build web test check story month property bench bench-evaluation bench-day acceptance docs clean

run: build            ## build what is needed and serve on PORT (8080); Ctrl-C stops everything
	@exec $(JAVA) -Xmx512m -XX:+UseSerialGC -jar $(JAR)

build: jdk web        ## the runnable jar
	@scripts/build

web: jdk              ## the apps, built when their sources changed
	@web/build.sh

test: jdk tools web   ## everything there is: unit, laws, stories three ways, browser
	@scripts/test

check: jdk            ## the fast part: laws, unit tests, stories in memory
	$(MVN) -q -pl standards,simulator,server,benchmark -am test -Dgroups='!slow'

story: jdk            ## the stories only, three ways
	$(MVN) -q test -Dtest='*Story*' -Dsurefire.failIfNoSpecifiedTests=false

month: build          ## a month of the simulated city evaluated, sealed, objected to and printed: target/month.pdf
	set -o pipefail; mkdir -p target && $(MVN) -q verify -pl standards,simulator,server,conformance -Dtest=SimulatedMonth -Dsurefire.failIfNoSpecifiedTests=false | grep MONTH

property: jdk         ## facts read on in pieces and facts made anew are the same, over HISTORIES (10,000) random histories
	$(MVN) -q -pl standards,simulator,server test -Dtest=FactsFollowTest -Djingwei.histories=$(or $(HISTORIES),10000) \
	  -Dsurefire.failIfNoSpecifiedTests=false

bench: build          ## the figures, written to benchmark/results
	@scripts/bench

bench-evaluation: jdk ## figures of the evaluation at CASES cases of facts (10000000: some 20 GB of disk, half an hour)
	set -o pipefail; $(MVN) -q -pl standards,simulator,server test -Dtest=EvaluationFigures -Dtests.heap=1g -Djingwei.cases=$(or $(CASES),10000000) \
	  -Dsurefire.failIfNoSpecifiedTests=false | grep FIGURE

bench-day: build      ## a city day at full speed, audited to the last photo: benchmark/results/<date>-city-day.md
	set -o pipefail; JINGWEI_COMMIT=$$(git rev-parse --short HEAD) $(MVN) -q verify -pl standards,simulator,server,conformance -Dtest=CityDay \
	  -Djingwei.cases=$(or $(CASES),10000) -Dsurefire.failIfNoSpecifiedTests=false | grep DAY

acceptance: build     ## the dossier of acceptance (验收资料) from a running platform: target/acceptance.md
	$(MVN) -q verify -pl standards,simulator,server,conformance -Dtest=AcceptanceTest -Djingwei.hours=$(or $(HOURS),48) -Dsurefire.failIfNoSpecifiedTests=false
	@echo target/acceptance.md

docs: jdk             ## write the generated documents anew
	$(MVN) -q test -Djingwei.update=true -Dtest='*DocumentTest,*ContractTest,*ConformancePage*' -Dsurefire.failIfNoSpecifiedTests=false

clean:
	rm -rf */target web/dist web/node_modules

.PHONY: jdk tools
jdk:
	@scripts/jdk > /dev/null

tools:
	@scripts/tools
