package cleartextauth

import (
	"context"
	"crypto/tls"
	"net/http"
	"os"

	coder "github.com/coder/websocket"
	"github.com/gorilla/websocket"
	"golang.org/x/oauth2"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/credentials/oauth"
	"google.golang.org/grpc/metadata"
)

type bearerToken struct{ token string }

func (b bearerToken) GetRequestMetadata(ctx context.Context, uri ...string) (map[string]string, error) {
	return map[string]string{"authorization": "Bearer " + b.token}, nil
}

func (b bearerToken) RequireTransportSecurity() bool { return false }

type careful struct{ bearerToken }

func (careful) RequireTransportSecurity() bool { return true }

func throughGRPC(token string) {
	grpc.NewClient("api.shop-online.com:80", grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithPerRPCCredentials(bearerToken{token})) // want "`grpc.NewClient` sends a token to api.shop-online.com without encryption"
	grpc.Dial("dns:///one.shop-online.com:80", grpc.WithInsecure(), grpc.WithBlock(), grpc.WithPerRPCCredentials(&bearerToken{token}))                 // want "`grpc.Dial` sends a token to one.shop-online.com without encryption"
}

const service = "users.shop-online.com:8080"

func listed(ctx context.Context, token string, wait bool) {
	creds := insecure.NewCredentials() // want "`grpc.DialContext` sends a token to users.shop-online.com without encryption"
	opts := []grpc.DialOption{grpc.WithTransportCredentials(creds)}
	if wait {
		opts = append(opts, grpc.WithBlock())
	}
	if token != "" {
		opts = append(opts, grpc.WithPerRPCCredentials(bearerToken{token}))
	}
	grpc.DialContext(ctx, service, opts...)
}

func byDefault(token string) {
	target := os.Getenv("USERS")
	if target == "" {
		target = "users.shop-online.com:80"
	}
	grpc.NewClient(target, append([]grpc.DialOption{grpc.WithInsecure()}, grpc.WithPerRPCCredentials(bearerToken{token}))...) // want "to users.shop-online.com without encryption"
}

func inMetadata(ctx context.Context, token string) context.Context {
	conn, _ := grpc.NewClient("api.shop-online.com:80", grpc.WithInsecure()) // want "`grpc.NewClient` sends a token to api.shop-online.com without encryption"
	_ = conn
	return metadata.AppendToOutgoingContext(ctx, "authorization", "Bearer "+token)
}

func throughWebSockets(ctx context.Context, token string) {
	websocket.DefaultDialer.Dial("ws://api.shop-online.com/feed", http.Header{"Authorization": {"Bearer " + token}}) // want "`websocket.DefaultDialer.Dial` sends a token to api.shop-online.com over ws"
	header := http.Header{}
	header.Set("Authorization", "Bearer "+token)
	websocket.DefaultDialer.DialContext(ctx, "ws://one.shop-online.com/feed", header)        // want "to one.shop-online.com over ws"
	coder.Dial(ctx, "ws://two.shop-online.com/feed", &coder.DialOptions{HTTPHeader: header}) // want "`coder.Dial` sends a token to two.shop-online.com over ws"
}

func elsewhere(token string) {
	opts := []grpc.DialOption{grpc.WithInsecure(), grpc.WithPerRPCCredentials(bearerToken{token})}
	connect(opts...)
}

func connect(opts ...grpc.DialOption) {
	grpc.NewClient("api.shop-online.com:80", opts...) // gap: the options are an argument
}

// Right.

func secured(ctx context.Context, token string, source oauth2.TokenSource, plain bool, given grpc.DialOption) {
	tokens := grpc.WithPerRPCCredentials(bearerToken{token})
	grpc.NewClient("api.shop-online.com:443", grpc.WithTransportCredentials(credentials.NewClientTLSFromCert(nil, "")), tokens) // encrypted
	grpc.NewClient("localhost:8080", grpc.WithInsecure(), tokens)                                                               // stays on the machine
	grpc.NewClient(":8080", grpc.WithInsecure(), tokens)                                                                        // so does this
	grpc.NewClient("127.0.0.1:8080", grpc.WithInsecure(), tokens)                                                               // and this
	grpc.NewClient("unix:///run/users.sock", grpc.WithInsecure(), tokens)                                                       // a socket
	grpc.NewClient("users:8080", grpc.WithInsecure(), tokens)                                                                   // a container beside it
	grpc.NewClient("users.default.svc.cluster.local:8080", grpc.WithInsecure(), tokens)                                         // inside the cluster
	grpc.NewClient("xds:///users.shop-online.com", grpc.WithInsecure(), tokens)                                                 // the mesh decides
	grpc.NewClient(os.Getenv("USERS"), grpc.WithInsecure(), tokens)                                                             // who knows where
	grpc.NewClient("api.shop-online.com:80", grpc.WithInsecure())                                                               // without credentials
	grpc.NewClient("api.shop-online.com:80", grpc.WithInsecure(), given, tokens)                                                // the option may encrypt
	grpc.NewClient("api.shop-online.com:80", grpc.WithInsecure(), grpc.WithPerRPCCredentials(careful{}))                        // refused before anything is sent
	grpc.NewClient("api.shop-online.com:80", grpc.WithInsecure(), grpc.WithPerRPCCredentials(oauth.TokenSource{source}))        // refused too
	grpc.NewClient("api.shop-online.com:80", grpc.WithInsecure(), grpc.WithPerRPCCredentials(oauth.NewOauthAccess(nil)))        // and this

	opts := []grpc.DialOption{tokens}
	if plain {
		opts = append(opts, grpc.WithInsecure()) // a setting decides
	} else {
		opts = append(opts, grpc.WithTransportCredentials(credentials.NewTLS(&tls.Config{})))
	}
	grpc.NewClient("api.shop-online.com:443", opts...)

	header := http.Header{"Authorization": {"Bearer " + token}}
	websocket.DefaultDialer.Dial("wss://api.shop-online.com/feed", header)   // encrypted
	websocket.DefaultDialer.Dial("ws://localhost:8080/feed", header)         // stays on the machine
	websocket.DefaultDialer.Dial("ws://api.shop-online.com/prices", nil)     // without credentials
	coder.Dial(ctx, "ws://api.shop-online.com/prices", &coder.DialOptions{}) // nor here
}

func devConnect(token string) {
	grpc.NewClient("api.shop-online.com:80", grpc.WithInsecure(), grpc.WithPerRPCCredentials(bearerToken{token})) // for developers
}
