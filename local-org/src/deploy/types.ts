/** How a deployment shall run; names and defaults as in the platform's Metadata API. */
export interface DeployOptions {
  readonly checkOnly: boolean;
  readonly rollbackOnError: boolean;
  readonly ignoreWarnings: boolean;
  readonly singlePackage: boolean;
  readonly testLevel: TestLevel;
  readonly runTests: readonly string[];
}

export type TestLevel = 'NoTestRun' | 'RunSpecifiedTests' | 'RunLocalTests' | 'RunAllTestsInOrg';

export const defaultDeployOptions: DeployOptions = {
  checkOnly: false,
  rollbackOnError: true,
  ignoreWarnings: false,
  singlePackage: true,
  testLevel: 'NoTestRun',
  runTests: []
};

/** One component's fate in a deployment. */
export interface DeployMessage {
  readonly componentType: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly success: boolean;
  readonly changed: boolean;
  readonly created: boolean;
  readonly deleted: boolean;
  readonly createdDate: string;
  readonly problem?: string;
  readonly problemType?: 'Warning' | 'Error';
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

export interface CodeCoverage {
  readonly id: string;
  readonly name: string;
  readonly namespace: null;
  readonly type: 'Class' | 'Trigger';
  readonly numLocations: number;
  readonly numLocationsNotCovered: number;
  readonly locationsNotCovered: readonly {
    readonly line: number;
    readonly column: number;
    readonly numExecutions: number;
    readonly time: number;
  }[];
}

/** The tests a deployment ran, and synchronous runs of the Tooling API. */
export interface RunTestResult {
  readonly numTestsRun: number;
  readonly numFailures: number;
  readonly totalTime: number;
  readonly successes: readonly {
    readonly id: string;
    readonly name: string;
    readonly namespace: null;
    readonly methodName: string;
    readonly seeAllData: boolean;
    readonly time: number;
  }[];
  readonly failures: readonly {
    readonly id: string;
    readonly name: string;
    readonly namespace: null;
    readonly packageName: string;
    readonly methodName: string;
    readonly message: string | null;
    readonly stackTrace: string | null;
    readonly seeAllData: boolean;
    readonly time: number;
    readonly type: 'Class';
  }[];
  readonly codeCoverage: readonly CodeCoverage[];
  readonly codeCoverageWarnings: readonly { readonly id: string; readonly name: string; readonly message: string }[];
}

export type DeployStatus = 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Canceling' | 'Canceled';

/** What the Metadata API tells of a deployment, while it waits, runs and afterwards. */
export interface DeployResult {
  readonly id: string;
  readonly status: DeployStatus;
  readonly success: boolean;
  readonly done: boolean;
  readonly checkOnly: boolean;
  readonly ignoreWarnings: boolean;
  readonly rollbackOnError: boolean;
  readonly runTestsEnabled: boolean;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly createdDate: string;
  readonly startDate?: string;
  readonly lastModifiedDate: string;
  readonly completedDate?: string;
  readonly canceledBy?: string;
  readonly canceledByName?: string;
  readonly stateDetail?: string;
  readonly errorStatusCode?: string;
  readonly errorMessage?: string;
  readonly numberComponentErrors: number;
  readonly numberComponentsDeployed: number;
  readonly numberComponentsTotal: number;
  readonly numberTestErrors: number;
  readonly numberTestsCompleted: number;
  readonly numberTestsTotal: number;
  readonly details: DeployDetails;
}

export interface DeployDetails {
  readonly componentSuccesses: readonly DeployMessage[];
  readonly componentFailures: readonly DeployMessage[];
  readonly runTestResult?: RunTestResult;
}

/** What a `deploy` event says: the components that are new, changed or gone. */
export interface DeployEvent {
  readonly components: readonly {
    readonly type: string;
    readonly fullName: string;
    readonly deleted: boolean;
  }[];
}
