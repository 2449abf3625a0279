export { prepareBundleCompiler } from './bundles.ts';
export { containerName } from './components.ts';
export { deploy, runDeployment } from './deploy.ts';
export { newJobId } from './jobId.ts';
export { onlyParts, partsOf } from './merge.ts';
export { metadataType, metadataTypes, parentOfPart, partFullName } from './registry.ts';
export { type DeployJob, deployResult, type DeployState } from './result.ts';
export { apexId, componentId } from './setupRows.ts';
export { componentFiles, storedMetadata, type StoredFile } from './stored.ts';
export { runTestResult, testClasses } from './testRun.ts';
export {
  defaultDeployOptions,
  type DeployEvent,
  type DeployOptions,
  type DeployResult,
  type RunTestResult
} from './types.ts';
export { escapeXml, parseXml, XmlError, type XmlElement } from './xml.ts';
