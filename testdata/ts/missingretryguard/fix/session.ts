export declare function refresh(): Promise<string>
