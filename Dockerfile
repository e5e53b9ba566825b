# authlint with what it needs to read a project: git, and Go for the types of
# Go modules.
#
#   docker build -t authlint .
#   docker run --rm -v "$PWD:/src" authlint
FROM golang:1.26-bookworm AS build
WORKDIR /authlint
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# git tells the build which commit it is of.
RUN CGO_ENABLED=1 go build -trimpath -buildvcs=auto -ldflags '-s -w' -o /usr/local/bin/authlint ./cmd/authlint

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates git && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*'
COPY --from=build /usr/local/go /usr/local/go
COPY --from=build /usr/local/bin/authlint /usr/local/bin/authlint
# The types of a module's cgo parts are not worth a C compiler here.
ENV PATH=/usr/local/go/bin:$PATH GOPATH=/go CGO_ENABLED=0
WORKDIR /src
ENTRYPOINT ["authlint"]
