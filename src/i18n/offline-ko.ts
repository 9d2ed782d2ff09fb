import type { offlineEn } from './offline-en.ts';

export const offlineKo: Readonly<Record<keyof typeof offlineEn, string>> = {
  'offline.new-version': '강의의 새 버전이 준비되었습니다.',
  'offline.reload': '저장하고 새로 고침',
  'offline.later': '나중에',
  'offline.not-saved':
    '브라우저가 코드를 저장하지 않아 새로 고치면 코드가 사라집니다. 먼저 코드를 복사한 다음 직접 새로 고치세요.',
  'offline.not-taken': '새 버전을 모두 내려받지 못했습니다. 네트워크 연결을 확인하고 다시 시도하세요.',

  'offline.link': '오프라인에서 강의 이용하기',
  'offline.title': '오프라인 사용',
  'offline.visited':
    '한 번 연 페이지는 네트워크가 없어도 열리고, 실습을 실행한 적이 있으면 코드도 실행됩니다. 이 언어의 강의를 통째로 저장해 둘 수도 있습니다. 모든 레슨과 실습, 편집기, 컴파일러, 검색이 포함됩니다.',
  'offline.size':
    '브라우저 저장 공간을 {size}MB 사용합니다. 내려받는 양은 약 {download}MB이며, 이미 받은 파일이 있으면 더 적습니다.',
  'offline.keep': '오프라인용으로 저장',
  'offline.again': '다시 시도',
  'offline.cancel': '취소',
  'offline.remove': '오프라인 사본 삭제',
  'offline.progress': '{size}MB 중 {done}MB',
  'offline.downloading': '강의를 내려받고 있습니다. 끝날 때까지 이 페이지를 닫지 마세요.',
  'offline.begun': '일부는 이미 받아 두었습니다. 나머지까지 받으면 오프라인에서 사용할 수 있습니다.',
  'offline.kept': '{when}부터 오프라인에서 사용할 수 있습니다. 저장 공간 {size}MB를 사용합니다.',
  'offline.older':
    '{when}에 저장한 이전 버전을 오프라인에서 사용할 수 있습니다. 새 버전은 아직 저장하지 못했습니다.',
  'offline.cancelled': '취소했습니다. 이미 받은 파일은 다시 내려받지 않습니다.',
  'offline.removed': '오프라인 사본을 삭제했습니다. 작성한 코드와 진도는 그대로 남아 있습니다.',
  'offline.unreachable': '연결이 끊겼습니다. 이미 받은 파일은 다시 내려받지 않습니다.',
  'offline.damaged':
    '서버가 다른 버전의 파일을 보냈습니다. 새 버전을 배포하는 중일 수 있으니 잠시 후 페이지를 새로 고치고 다시 시도하세요.',
  'offline.full': '저장 공간이 부족합니다. {size}MB가 필요합니다. 받은 파일은 남기지 않았습니다.',
  'offline.refused':
    '이 브라우저는 이 사이트의 페이지를 저장하지 않습니다. 시크릿 창이거나 사이트 데이터가 차단되어 있을 수 있습니다. 네트워크가 연결되어 있으면 강의는 정상적으로 이용할 수 있습니다.',
  'offline.outdated': '강의의 새 버전이 준비되었습니다. 먼저 페이지를 새로 고치세요.',

  'offline.absent': '브라우저에 저장되지 않은 페이지입니다',
  'offline.absent-why':
    '네트워크에 연결되어 있지 않습니다. 이미 연 페이지는 네트워크가 없어도 열리니 이전 페이지로 돌아가세요. 다시 연결되면 ‘내 진도’ 페이지에서 강의를 통째로 저장해 둘 수 있습니다.',
};
