package tshttp

import "github.com/authlint/authlint/internal/ts/value"

// Mini programs send requests through the object of their platform: wx.request
// (WeChat), uni.request (uni-app), Taro.request and their siblings. They keep no
// cookies, and call the headers header.

var miniPrograms = map[string]bool{"wx": true, "uni": true, "my": true, "tt": true, "swan": true, "qq": true, "Taro": true}

func miniProgram(v value.Value) (name string, ok bool) {
	switch {
	case v.Kind == value.Global && miniPrograms[v.Name]:
		return v.Name, true
	case v.From("default", "@tarojs/taro"), v.From("*", "@tarojs/taro"):
		return "Taro", true
	}
	return "", false
}

// miniProgramCall recognizes uni.request({ url, method, data, header }). With a
// callback among the options the answer goes there; wx knows nothing else.
func miniProgramCall(r *reader, v value.Value) (call, bool) {
	base := *v.Base
	if base.Kind != value.Member || base.Name != "request" {
		return call{}, false
	}
	name, ok := miniProgram(*base.Base)
	if !ok {
		return call{}, false
	}
	config := r.eval.Value(v.Arg(0))
	c := call{client: clientRef{key: name + ".request", library: name + ".request", name: name + ".request", jarless: true}, value: v, config: v.Arg(0), inConfig: true, configAt: -1}
	c.byEvent = name == "wx" || config.Kind != value.Object
	for _, cb := range []string{"success", "complete", "fail"} {
		c.byEvent = c.byEvent || r.eval.Prop(config, cb, config.File, config.Node).Kind != value.Undefined
	}
	return c, true
}
