import { TraceMap, originalPositionFor } from '@jridgewell/trace-mapping';
import type { CompiledModule } from '../compiler/compile-modules.ts';
import type { CodeFrame, ErrorReport, Report } from '../sandbox/report.ts';

/**
 * The report with its frames in the learner's own files, as written: other frames are left out, compiled places
 * are mapped back to the source. Columns count from 1.
 */
export function withSourceFrames(report: Report, compiled: readonly CompiledModule[]): Report {
  const maps = new Map(compiled.map(({ path, map }) => [path, new TraceMap(map)]));
  const mapped = (error: ErrorReport): ErrorReport => ({
    ...error,
    frames: error.frames.flatMap((frame) => sourceFrame(frame, maps.get(frame.path))),
  });
  return {
    ...report,
    tests: report.tests.map((test) => ({ ...test, errors: test.errors.map(mapped) })),
    loadErrors: report.loadErrors.map(mapped),
    uncaught: report.uncaught.map(mapped),
    unhandledRejections: report.unhandledRejections.map(mapped),
  };
}

function sourceFrame(frame: CodeFrame, map: TraceMap | undefined): CodeFrame[] {
  if (!map || frame.line < 1) return [];
  const { line, column } = originalPositionFor(map, {
    line: frame.line,
    column: Math.max(0, frame.column - 1),
  });
  return line === null ? [] : [{ path: frame.path, line, column: column + 1 }];
}
