// Opened in one method and given its headers in another: the order is that of the calls.
export class Upload {
  private xhr = new XMLHttpRequest()
  start() {
    this.xhr.open('POST', '/files')
  }
  authorize(token: string) {
    this.xhr.setRequestHeader('Authorization', token)
  }
  send(body: FormData) {
    this.xhr.send(body)
  }
}
