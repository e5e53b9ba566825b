export declare const store: { getState(): any };
