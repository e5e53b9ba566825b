// gRPC metadata passes on, or has its own scheme, in nearly every case.
import { Metadata } from '@grpc/grpc-js';

export function call(client: any, token: string) {
  const meta = new Metadata();
  meta.set('authorization', token);
  meta.add('authorization', token);
  return client.list({}, meta);
}
