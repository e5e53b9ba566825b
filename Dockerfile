# authlint with what it needs to read a project: git, and Go for the types of
# Go modules.
#
#   docker build -t authlint .
#   docker run --rm -v "$PWD:/src" authlint
FROM golang:1.26-alpine AS build
# git tells the build which commit it is of.
RUN apk add --no-cache gcc git musl-dev
WORKDIR /authlint
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=1 go build -trimpath -buildvcs=auto -ldflags '-s -w -linkmode external -extldflags -static' -o /usr/local/bin/authlint ./cmd/authlint

FROM golang:1.26-alpine
RUN apk add --no-cache git && git config --system --add safe.directory '*'
COPY --from=build /usr/local/bin/authlint /usr/local/bin/authlint
# The types of a module's cgo parts are not worth a C compiler here.
ENV CGO_ENABLED=0
WORKDIR /src
ENTRYPOINT ["authlint"]
