import type { DoctorWords } from './doctor.ts';

export const doctorKo: DoctorWords = {
  title: '사이트 자가 진단',
  description: '이 호스트와 브라우저에서 실습이 제대로 돌아가는지, 안 된다면 무엇 때문인지 알려 줍니다.',
  what: '작은 실습을 하나 풀어 보고, 샌드박스를 빠져나가려 시도하고, 진단용 데이터를 저장했다 지우고, 호스트가 보내는 헤더를 살펴봅니다. 어디로도 전송하지 않으며 작성한 코드와 진도는 건드리지 않습니다. 10초쯤 걸립니다.',
  stuck:
    '여기에 버튼이 보이지 않으면 이 페이지의 스크립트가 시작되지 못한 것입니다. JavaScript가 꺼져 있거나, 호스트가 스크립트의 Content-Type을 text/javascript가 아닌 값으로 보내거나, 호스트의 정책이 스크립트를 막고 있습니다.',
  start: '진단 시작',
  again: '다시 진단',
  running: '진단 중입니다 …',
  'summary-good': '모두 정상입니다.',
  'summary-note': '실습은 정상으로 돌아갑니다. ‘참고’ 항목은 고치면 더 좋습니다.',
  'summary-bad': '동작하지 않는 부분이 있습니다. 원인과 해결 방법을 아래 목록에서 확인하세요.',
  'summary-broken': '진단 프로그램을 불러오지 못했습니다: {detail}',
  copy: '결과를 텍스트로 복사',
  copied: '복사했습니다.',
  'not-copied': '브라우저가 복사를 허용하지 않았습니다. 아래 텍스트를 선택해 직접 복사하세요.',
  text: '버그 신고에 붙일 결과 텍스트',
  results: '진단 결과',
  host: '호스트와 헤더',
  isolation: '코드 격리',
  compiler: '컴파일러',
  judging: '채점',
  storage: '저장소',
  'state-waiting': '진단 전',
  'state-good': '정상',
  'state-note': '참고',
  'state-bad': '동작하지 않음',
  'host-unreachable': '호스트가 응답하지 않았습니다: {detail}',
  'policy-lacks':
    '호스트가 보내는 Content-Security-Policy 헤더가 사이트에 필요한 것을 막고 있습니다. {directive}에 {sources} 값을 추가하세요. 페이지마다 엄격한 정책이 이미 들어 있으므로 헤더를 빼도 됩니다.',
  'policy-breaks':
    '호스트의 Content-Security-Policy 헤더에 ‘{directive}’ 지시어가 있으면 이 사이트는 동작하지 않습니다. 그 지시어를 빼세요.',
  'policy-cause': 'Content-Security-Policy 헤더가 원인으로 보입니다. ‘호스트와 헤더’ 항목을 확인하세요.',
  'embedder-policy':
    '호스트가 Cross-Origin-Embedder-Policy: {policy} 헤더를 페이지에는 보내면서 스크립트에는 보내지 않아 브라우저가 컴파일러 워커를 거부합니다. 모든 파일에 보내거나 아예 보내지 마세요. 이 사이트에는 필요 없는 헤더입니다.',
  fallback:
    '없는 파일을 요청하면 호스트가 404 대신 {status}로 응답합니다. 사이트가 업데이트되면 열려 있던 페이지가 프로그램 대신 웹 페이지를 받게 됩니다. 호스트의 SPA 폴백(fallback) 설정을 끄세요.',
  'script-type':
    '호스트가 스크립트를 text/javascript가 아닌 {type} 타입으로 보냅니다. 브라우저는 다른 타입의 워커와 모듈을 거부합니다.',
  'no-nosniff': '호스트가 X-Content-Type-Options: nosniff를 보내지 않습니다. 필수는 아니지만 권장합니다.',
  'headers-harmless': '문제없는 헤더: {names}.',
  'headers-none': '호스트가 사이트를 제한하는 헤더를 보내지 않습니다. 없어도 됩니다.',
  'sandbox-silent': '샌드박스가 시작되지 않아 코드를 실행할 수 없습니다: {detail}',
  'sandbox-leaks':
    '샌드박스 안의 코드가 닿아서는 안 되는 곳에 닿았습니다: {names}. 이 브라우저에서는 믿을 수 있는 코드만 실행하고, 이 문제를 꼭 알려 주세요.',
  'sandbox-holds':
    '샌드박스는 별도의 출처(origin)에서 돌아가며, 네트워크와 사이트, 저장소에 닿으려는 시도 {count}가지가 모두 실패했습니다.',
  'compiler-works': '컴파일러를 불러와 TypeScript를 컴파일했습니다. {ms}ms 걸렸습니다.',
  'compiler-fails': '컴파일러가 동작하지 않습니다: {detail}',
  'right-passes': '올바른 답은 통과합니다.',
  'right-passes-not': '올바른 답이 통과해야 하는데 ‘{verdict}’ 판정이 나왔습니다.',
  'wrong-fails': '틀린 답은 통과하지 못합니다.',
  'wrong-fails-not': '틀린 답은 실패해야 하는데 ‘{verdict}’ 판정이 나왔습니다.',
  'endless-stops': '무한 루프는 {seconds}초 뒤에 멈춥니다.',
  'endless-stops-not': '무한 루프는 멈춰야 하는데 ‘{verdict}’ 판정이 나왔습니다.',
  'storage-refused':
    '브라우저가 이 사이트의 데이터를 저장하지 않아, 페이지를 떠나면 코드와 진도가 사라집니다. 사이트 데이터나 쿠키를 차단하는 설정 때문인 경우가 많습니다. {detail}',
  'storage-works':
    '데이터를 쓰고 읽고 지웠습니다. 시크릿 창에서는 창을 닫을 때 브라우저가 모두 지우며, 시크릿 창인지 아닌지는 페이지가 알 수 없습니다.',
  'storage-not-persisted':
    '저장 공간이 모자라면 브라우저가 데이터를 지울 수 있고, Safari는 7일 동안 방문하지 않으면 지웁니다. 가끔 진도 페이지에서 데이터를 내보내 두세요.',
  'storage-little':
    '브라우저가 이 사이트에 {megabytes}MB만 허용합니다. 디스크가 가득 찼거나 시크릿 창입니다.',
};
