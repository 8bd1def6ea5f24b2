// Hides the questions of a form whose condition does not hold. Without it each stands with its condition in words, and the server reads only those that are asked.
function answerOf(name) {
  const fields = [...document.getElementsByName(name)];
  const asked = fields.length > 0 && !fields[0].closest('.form-question')?.hidden;
  return asked
    ? fields.filter(field => !['radio', 'checkbox'].includes(field.type) || field.checked).map(field => field.value.trim()).filter(value => value !== '')
    : [];
}

function number(text) {
  return text !== undefined && /^[-\u2212]?[\d\s]+([.,]\d+)?$/.test(text) ? Number(text.replace(/\s/g, '').replace(',', '.').replace('\u2212', '-')) : NaN;
}

function holds({ when, is, value }) {
  const answer = answerOf(when);
  const same = answer.length === 1 && (answer[0] === value || number(answer[0]) === number(value));
  switch (is) {
    case 'Equal': return same;
    case 'NotEqual': return !same;
    case 'Chosen': return answer.includes(value);
    case 'AtLeast': return number(answer[0]) >= number(value);
    default: return number(answer[0]) <= number(value);
  }
}

function refresh() {
  for (const question of document.querySelectorAll('.form-question')) {
    if (question.dataset.when) {
      question.hidden = !holds(question.dataset);
    }
  }
}

document.addEventListener('input', refresh);
document.addEventListener('change', refresh);
refresh();
