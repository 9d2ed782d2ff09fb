/** Whether the platform accepted something: `"true"` or `"false"`, for which some platforms say true and false. */
export type Answer = string | boolean;

/** What a learning platform offers by SCORM 1.2. All is text, but not on every platform. */
export type Scorm12Api = {
  LMSInitialize(nothing: ''): Answer;
  LMSFinish(nothing: ''): Answer;
  LMSGetValue(element: string): string | number | null;
  LMSSetValue(element: string, value: string): Answer;
  LMSCommit(nothing: ''): Answer;
  LMSGetLastError(): string;
  LMSGetErrorString(code: string): string;
};

type Place = Pick<Window, 'parent' | 'opener'> & { readonly API?: Scorm12Api };

/** Frames within frames, as a bound. */
const mostFrames = 50;

/** Looks for the platform where SCORM says: in the windows around this one, then in those around the one that opened it. */
export function findApi(here: Window): Scorm12Api | undefined {
  const openers = [here.opener, here.top?.opener] as (Window | null)[];
  return [here.parent, ...openers].map(apiAround).find((api) => api !== undefined);
}

function apiAround(innermost: Window | null): Scorm12Api | undefined {
  try {
    let place = innermost as unknown as Place | null;
    for (let frames = 0; place && frames < mostFrames; frames += 1) {
      if (place.API) return place.API;
      if ((place.parent as unknown) === place) return undefined;
      place = place.parent as unknown as Place;
    }
  } catch {
    // A window of another origin: there is no platform to talk to.
  }
  return undefined;
}
