package gohttp

func (r *reader) readResends() {}
