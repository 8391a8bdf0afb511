.PHONY: run test lint bench oracles module

run:
	dotnet run --project src/Diapason.Web

test:
	./eng/test.sh

lint:
	./eng/lint.sh

bench:
	./eng/bench.sh

oracles:
	./eng/oracles.sh

module:
	./eng/test-new-module.sh
