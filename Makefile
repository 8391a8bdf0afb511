.PHONY: run test endurance lint bench oracles module pictures sbom

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
	$(if $(OLD),./eng/bench-beside.sh $(OLD))

oracles:
	./eng/oracles.sh

module:
	./eng/test-new-module.sh

pictures:
	./eng/pictures.sh

sbom:
	./eng/sbom.sh
