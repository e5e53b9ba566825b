export class HttpClient {
  post(url: string, body: object) {
    return [url, body]
  }
}
