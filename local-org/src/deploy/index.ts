export { containerName } from './components.ts';
export { deploy, type DeployWatch, runDeployment } from './deploy.ts';
export { newJobId } from './jobId.ts';
export { onlyParts, partsOf } from './merge.ts';
export { metadataType, type MetadataType, metadataTypes, parentOfPart, partFullName } from './registry.ts';
export { type DeployJob, deployResult, type DeployState } from './result.ts';
export { apexId, componentId } from './setupRows.ts';
export { componentFiles, storedMetadata, type StoredFile } from './stored.ts';
export { coveredShare, runTestResult, testClasses } from './testRun.ts';
export {
  type CodeCoverage,
  defaultDeployOptions,
  type DeployDetails,
  type DeployEvent,
  type DeployMessage,
  type DeployOptions,
  type DeployResult,
  type RunTestResult
} from './types.ts';
export { childText, escapeXml, parseXml, XmlError, type XmlElement } from './xml.ts';
