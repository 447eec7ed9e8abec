#!/bin/sh
# Copies the last commit into a new directory and renames in it what Operaton or CIB seven call otherwise than Camunda 7: a trial, the
# project itself stays as it is. Ends with the numbers of what was changed; `mvn test` in the copy tells the rest. See adr/0020.
#
#   src/build/try-fork.sh operaton 1.0.3 DIRECTORY
#   src/build/try-fork.sh cibseven 2.1.0 DIRECTORY
set -eu
usage="usage: $0 operaton|cibseven VERSION NEW-DIRECTORY"
fork=${1:?$usage} version=${2:?$usage} copy=${3:?$usage}
case $fork in operaton | cibseven) ;; *) echo "$usage" >&2; exit 1 ;; esac
mkdir "$copy" # an existing directory is refused: nothing of another person is renamed
git -C "$(git rev-parse --show-toplevel)" archive HEAD | tar -x -C "$copy"
cd "$copy"
git init -q && git add -A && git -c user.name=trial -c user.email=trial@localhost commit -q -m "before the rename"

text() { # what a person or a program reads as text; models, forms and data stay as they are
	find pom.xml src -type f \( -name '*.java' -o -name '*.xml' -o -name '*.yaml' -o -name '*.js' -o -name '*.html' \) ! -path 'src/build/*'
}

# packages and artifacts; org.camunda.feel is a library of its own, which both forks use as well
text | xargs perl -pi -e "s/\borg\.camunda\.(bpm|spin|commons|connect)\b/org.$fork.\$1/g; s/\.instance\.camunda\b/.instance.$fork/g;
	s/<artifactId>camunda-/<artifactId>$fork-/"
perl -pi -e "s/(<camunda\.version>)[^<]*/\${1}$version/" pom.xml
# the architecture test names packages with a wildcard
perl -pi -e "s/\"org\.camunda\.\./\"org.$fork../g" src/test/java/org/bihuan/ArchitectureTest.java

if [ "$fork" = operaton ]; then
	# classes and methods that carry the name, the configuration's prefix, the administrators' group, the name Tasklist's scripts hook in by
	text | xargs perl -pi -e 's/Camunda(?=[A-Z][a-z])/Operaton/g; s/\bcamunda(?=[A-Z]\w*\()/operaton/g;
		s/(?<!\.)\bcamunda\.bpm\b/operaton.bpm/g; s/\bcamunda-admin\b/operaton-admin/g; s/webpackChunkcamunda_/webpackChunkoperaton_/g'
	# the administrators of the sample organisation, which is data but names the engine's own group
	perl -pi -e 's/\bcamunda-admin\b/operaton-admin/g' src/main/resources/sample/organisation.json
	# of the Json data format there is no newer one, and the platform's list does not name it
	perl -0pi -e 's/(<artifactId>operaton-spin-dataformat-json-jackson<\/artifactId>\n)/$1      <version>1.0.0<\/version>\n/' pom.xml
	webjars=src/main/resources/META-INF/resources/webjars
	git mv "$webjars/camunda" "$webjars/operaton"
	# our addresses stay: they stand in letters that were sent
	perl -0pi -e 's/^(operaton\.bpm:\n)/$1  webapp.application-path: \/camunda\n/m' src/main/resources/application.yaml
fi

git add -A
git diff --cached --shortstat
