import type { TypeErrorMessages } from './type-errors.ts';

export const typeErrorsKo = {
  'unknown-name': '‘{name}’ 이름을 찾을 수 없습니다. 선언하거나 import하거나 철자를 확인하세요.',
  'misspelt-name': '‘{name}’ 이름을 찾을 수 없습니다. 혹시 ‘{other}’ 아닌가요?',
  'needs-this': 'Java와 달리 클래스 안에서도 멤버 앞에 소속을 써야 합니다: {other}',
  'unknown-module':
    '‘{module}’ 모듈을 찾을 수 없습니다. 파일을 import할 때는 이름 앞에 ./를, 뒤에 .ts를 붙입니다.',
  'not-exported':
    '‘{module}’ 모듈에서 export하는 ‘{name}’ 이름을 찾을 수 없습니다. 이름을 확인하거나 그 선언 앞에 export를 붙이세요.',
  'misspelt-export':
    '‘{module}’ 모듈에서 export하는 ‘{name}’ 이름을 찾을 수 없습니다. 혹시 ‘{other}’ 아닌가요?',
  'wrong-type': '여기에는 ‘{to}’ 타입의 값이 와야 하는데, 이 값은 ‘{from}’ 타입입니다.',
  'wrong-argument': '매개변수는 ‘{to}’ 타입인데, 넘긴 인자는 ‘{from}’ 타입입니다.',
  'unknown-property': '‘{type}’ 타입에는 ‘{name}’ 멤버가 없습니다.',
  'misspelt-property': '‘{type}’ 타입에는 ‘{name}’ 멤버가 없습니다. 혹시 ‘{other}’ 아닌가요?',
  'extra-property':
    '객체 리터럴에는 그 타입에 선언된 속성만 넣을 수 있는데, ‘{type}’ 타입에는 ‘{name}’ 속성이 없습니다.',
  'no-return': '값을 반환한다고 선언했지만 return이 없습니다. 값을 반환하거나 반환 타입을 void로 바꾸세요.',
  'some-return': 'return 없이 끝나는 경로가 있습니다. 그 경로에서도 값을 반환하세요.',
  'not-implemented': '‘{type}’ 타입에 선언된 멤버 가운데 클래스에 없거나 타입이 다른 것이 있습니다.',
  'abstract-member': '‘{type}’ 클래스에서 물려받은 추상 멤버 ‘{name}’의 구현이 없습니다.',
  'abstract-members': '‘{type}’ 클래스의 추상 멤버를 모두 구현해야 합니다: {names}',
  'wrong-override': '‘{name}’ 멤버의 타입이 ‘{type}’ 타입에 선언된 것과 맞지 않습니다.',
  'possibly-nothing': '‘{name}’ 값이 {nothing}일 수 있습니다. if 등으로 먼저 확인하세요.',
  'something-possibly-nothing': '이 값은 {nothing}일 수 있습니다. if 등으로 먼저 확인하세요.',
  'possibly-either': '이 값은 null이거나 undefined일 수 있습니다. if 등으로 먼저 확인하세요.',
  'unknown-value':
    '‘{name}’ 값의 타입을 알 수 없습니다. catch로 잡은 값은 늘 그렇습니다. instanceof로 먼저 확인하세요.',
  'read-only':
    '‘{name}’ 속성은 readonly입니다. Java의 final처럼 선언할 때나 생성자에서 한 번만 값을 넣을 수 있습니다.',
  constant:
    '‘{name}’ 변수는 const라 Java의 final처럼 다시 대입할 수 없습니다. 값이 바뀌어야 하면 let으로 선언하세요.',
  'argument-count': '인자를 {needed}개 넘겨야 하는데 {given}개를 넘겼습니다.',
  'too-few-arguments': '인자를 {needed}개 이상 넘겨야 하는데 {given}개만 넘겼습니다.',
  'not-initialized':
    'Java의 필드와 달리 ‘{name}’ 속성은 null로 시작하지 않습니다. 여기나 생성자에서 값을 넣으세요.',
  'missing-property': '‘{to}’ 타입에는 ‘{name}’ 속성이 있어야 하는데 이 값에는 없습니다.',
  'missing-properties': '‘{to}’ 타입에 있어야 하는 속성이 이 값에는 없습니다: {names}',
  'many-missing-properties': '‘{to}’ 타입에 있어야 하는 속성이 이 값에는 없습니다: {names} 외 {more}개',
  'untyped-parameter': '매개변수 ‘{name}’의 타입을 알 수 없습니다. {name}: string처럼 타입을 쓰세요.',
  punctuation: '여기에 ‘{token}’ 토큰이 와야 합니다. 조금 앞에 괄호, 쉼표, 따옴표가 빠졌는지 살펴보세요.',
  'value-expected': '여기에 값이 와야 합니다. 앞에 쓰다 만 코드가 있는지 살펴보세요.',
  'statement-expected': '여기에 문장이 와야 합니다. 앞에 닫는 괄호가 하나 더 있는지 살펴보세요.',
  'never-used': '‘{name}’ 이름을 선언했지만 쓰는 곳이 없습니다.',
  'imports-never-used': '여기서 import한 이름을 쓰는 곳이 없습니다.',
  private: '‘{name}’ 멤버는 ‘{type}’ 클래스의 private 멤버라 여기서 쓸 수 없습니다.',
  protected: '‘{name}’ 멤버는 protected라 ‘{type}’ 클래스와 그 하위 클래스에서만 쓸 수 있습니다.',
  'abstract-class': '추상 클래스의 객체는 만들 수 없습니다. 하위 클래스의 객체를 만드세요.',
  'type-as-value':
    '‘{name}’ 이름은 타입이라 실행할 때는 사라집니다. 그래서 값으로 쓸 수 없고, new나 instanceof에도 쓸 수 없습니다.',
  'needs-new': '‘{name}’ 클래스의 객체는 new로 만듭니다.',
  'not-callable': '이 값은 함수가 아니라서 호출할 수 없습니다.',
  'declared-twice': '‘{name}’ 이름을 두 번 선언했습니다.',
  'no-overloading':
    'Java와 달리 이름 하나에 구현도 하나뿐입니다. 이 인자를 모두 받는 시그니처 하나로 합치세요.',
  'no-overload': '호출하는 방법이 여러 가지인데, 넘긴 인자가 어느 것에도 맞지 않습니다.',
  'never-equal': '‘{one}’ 타입과 ‘{other}’ 타입에는 공통된 값이 없어서 비교 결과가 늘 같습니다.',
  'super-first': '생성자에서 this를 쓰기 전에 super(…)를 먼저 호출해야 합니다.',
  'super-missing': '하위 클래스의 생성자는 super(…)를 호출해야 합니다.',
  'await-outside': 'await는 async 함수 안에서만 쓸 수 있습니다.',
  'before-assigned': '‘{name}’ 변수에 값을 넣기 전에 사용했습니다.',
  arithmetic: '계산은 숫자로만 할 수 있는데, 이 값은 숫자가 아닙니다.',
  'type-arguments': '‘{type}’ 타입은 제네릭이라 꺾쇠괄호 안에 타입 인자 {count}개를 써야 합니다.',
} satisfies TypeErrorMessages;
