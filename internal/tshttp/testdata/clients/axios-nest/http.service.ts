export class HttpService {
  post(url: string, body: unknown) {
    return [url, body]
  }
}
