/** An Apex exception that left the code: what a component, a client or a test log is told of it. */
export class ApexFault extends Error {
  /** `System.NullPointerException`, `AuraHandledException`, a user's class. */
  readonly exceptionType: string;
  /** `Class.Foo.bar: line 12, column 1`, one frame a line. */
  readonly apexStack: string;
  /** The class is one of the deployed ones. */
  readonly isUserDefined: boolean;

  constructor(exceptionType: string, message: string, apexStack: string, isUserDefined: boolean) {
    super(message);
    this.name = 'ApexFault';
    this.exceptionType = exceptionType;
    this.apexStack = apexStack;
    this.isUserDefined = isUserDefined;
  }
}
