#!/usr/bin/python3
"""Writes a questionnaire of ours as a LimeSurvey survey structure (tab-separated), so that both ask the same questions.
Usage: survey.py kits/ia-en-culture/questionnaire.yaml > survey.txt     Needs python3-yaml.
One group a page, one question a question, the missing kinds as one more option, conditions as relevance equations, both languages.
Codes are renumbered: LimeSurvey holds an answer code to five characters."""
import csv, re, sys, yaml

kit = yaml.safe_load(open(sys.argv[1]))
columns = ['id', 'related_id', 'class', 'type/scale', 'name', 'relevance', 'text', 'help', 'language', 'validation', 'mandatory', 'other',
           'exclude_all_others', 'max_answers', 'min_num_value_n', 'max_num_value_n', 'array_filter_style']
out = csv.DictWriter(sys.stdout, columns, delimiter='\t', restval='', lineterminator='\n')
out.writeheader()
row = lambda cls, **cells: out.writerow({'class': cls, **{k.replace('kind', 'type/scale'): v for k, v in cells.items()}})
first, languages = kit['languages'][0], kit['languages']
names, codes = {}, {}  # our question code -> theirs; (question, option) -> theirs


def options(question, key='options'):
    listed = question.get(key, [])
    return kit['lists'][listed] if isinstance(listed, str) else listed


def missing(question):
    return [{'code': code, **kit['missing'][code]} for code in question.get('missing', [])]


def relevance(*conditions):
    def equals(question, option): return f"{names[question]}.NAOK == '{codes[question, option]}'"
    def one_of(m): return '(' + ' or '.join(equals(m[1], v) for v in re.findall(r"'(\w+)'", m[2])) + ')'
    texts = [re.sub(r"(\w+) in \(([^)]*)\)", one_of, c) for c in conditions if c]
    return ' and '.join(re.sub(r"(?<![\w.])(\w+) = '(\w+)'", lambda m: equals(m[1], m[2]), t) for t in texts) or '1'


def answers(question, listed, language, scale=0):
    for n, option in enumerate(listed, 1):
        codes.setdefault((question['code'], option['code']), f'A{n}')
        row('A', kind=scale, name=f'A{n}', text=option[language], language=language)


def write(question, name, language):
    kind, title, hint = question['kind'], question['title'][language], question.get('hint', {}).get(language, '')
    ask = lambda type, **cells: row('Q', kind=type, name=name, relevance='1', text=title, help=hint, language=language, mandatory='N', **cells)
    items = lambda: [row('SQ', kind=0, name=f'S{n}', relevance='1', text=i[language], language=language) for n, i in enumerate(question['items'], 1)]
    if kind == 'consent':
        row('Q', kind='M', name=name, relevance='1', text=title, help=kit['consent']['text'][language].replace('\n\n', '<br>'), language=language, mandatory='Y', other='N')
        row('SQ', kind=0, name='S1', relevance='1', text=question['body'][language], language=language)
    elif kind == 'single':
        other = any(o.get('other') for o in options(question))
        ask('!' if question.get('layout') == 'select' else 'L', other='Y' if other else 'N')
        answers(question, [o for o in options(question) if not o.get('other')] + missing(question), language)
    elif kind == 'multiple':
        listed = [o for o in options(question) if not o.get('other')] + [m | {'exclusive': True} for m in missing(question)]
        alone = ';'.join(f'S{n}' for n, o in enumerate(listed, 1) if o.get('exclusive'))
        ask('M', other='Y' if any(o.get('other') for o in options(question)) else 'N', exclude_all_others=alone, max_answers=question.get('max', ''))
        for n, o in enumerate(listed, 1): row('SQ', kind=0, name=f'S{n}', relevance='1', text=o[language], language=language)
    elif kind in ('statements', 'piles'):
        ask('F', other='N'); items(); answers(question, options(question) + missing(question), language)
    elif kind == 'paired':
        ask('1', other='N'); items()
        for scale, key in enumerate(('importance', 'mastery')): answers(question, options(question, key) + missing(question), language, scale)
    elif kind == 'number':
        ask('N', other='N', min_num_value_n=question['min'], max_num_value_n=question['max'])
    elif kind == 'long_text':
        ask('T', other='N')
    else:
        raise SystemExit(f'no equivalent written for {kind}')


for name, text in {'language': first, 'additional_languages': ' '.join(languages[1:]), 'format': 'G', 'anonymized': 'Y', 'datestamp': 'Y', 'allowsave': 'Y',
                   'allowprev': 'Y', 'showwelcome': 'N', 'showprogress': 'Y', 'savetimings': 'N', 'ipaddr': 'N', 'refurl': 'N'}.items():
    row('S', name=name, text=text)
for language in languages: row('SL', name='surveyls_title', text=kit['title'][language], language=language)
for language in languages:
    number = 0
    for section in kit['sections']:
        for page in section['pages']:
            number += 1
            said = [page[part][language] for part in ('intro', 'why', 'who') if part in page]
            row('G', kind=number, name=page.get('title', page['questions'][0]['title'])[language], text='<br>'.join(said), language=language,
                relevance=relevance(section.get('when'), page.get('when')))
            for q in page['questions']:
                # Some of our questions run over several pages under one code; theirs are one question each.
                name = re.sub(r'\W|_', '', q['code']) + (str(number) if q['kind'] in ('piles', 'paired') else '')
                names[q['code']] = name
                write(q, name, language)
