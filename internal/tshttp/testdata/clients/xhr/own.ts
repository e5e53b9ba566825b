export class XMLHttpRequest {
  open(_method: string, _url: string) {}
  send() {}
}
