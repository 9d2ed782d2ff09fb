type Manifested = {
  readonly title: string;
  readonly version: string;
  /** One of the files. */
  readonly launchPage: string;
  readonly files: readonly string[];
};

/** `imsmanifest.xml` of a SCORM 1.2 package whose one object is the whole course. */
export function scormManifest({ title, version, launchPage, files }: Manifested): string {
  const listed = files.map(
    (file) => `      <file href="${escape(file.split('/').map(encodeURIComponent).join('/'))}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="past-tense" version="${escape(version)}"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${escape(title)}</title>
      <item identifier="whole-course" identifierref="site">
        <title>${escape(title)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="site" type="webcontent" adlcp:scormtype="sco" href="${escape(launchPage)}">
${listed.join('\n')}
    </resource>
  </resources>
</manifest>
`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
