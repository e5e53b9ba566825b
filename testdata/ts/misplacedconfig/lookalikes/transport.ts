export declare const transport: { post(url: string, o: object): Promise<unknown> }
export declare const api: any
export declare function apiConnector(method: string, url: string, body: object, headers: object): Promise<unknown>
