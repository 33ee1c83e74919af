export declare function themeGenerator(): Promise<{ readonly code: string; readonly licences: string }>;
export declare function writeThemeGenerator(): Promise<void>;
