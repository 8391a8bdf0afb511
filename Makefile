.PHONY: run test lint bench oracles

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
