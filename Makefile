.PHONY: run test endurance lint bench oracles module pictures

run:
	dotnet run --project src/Diapason.Web

test:
	./eng/test.sh

endurance:
	./eng/endurance.sh

lint:
	./eng/lint.sh

bench:
	./eng/bench.sh

oracles:
	./eng/oracles.sh

module:
	./eng/test-new-module.sh

pictures:
	./eng/pictures.sh
