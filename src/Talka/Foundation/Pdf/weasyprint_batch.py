# Makes many small PDF with one start of WeasyPrint: FOLDER/0.html … become FOLDER/0.pdf …
# Most of the time that a page of text takes goes into cutting a font down to its letters. It is done once here, to those that occur in any of the documents;
# WeasyPrint then cuts from the small font. Letters that the font has not are taken from others as ever.
import html
import inspect
import logging
import os
import subprocess
import sys

from fontTools import subset
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

folder, count, families = sys.argv[1], int(sys.argv[2]), sys.argv[3]
logging.getLogger('fontTools').setLevel(logging.ERROR)
logging.getLogger('weasyprint').setLevel(logging.ERROR)


def path(number, kind):
    return os.path.join(folder, f'{number}.{kind}')


letters = set()
for number in range(count):
    with open(path(number, 'html'), encoding='utf-8') as document:
        letters.update(html.unescape(document.read()))

rules = []
for style, weight in (('Regular', 400), ('Bold', 700)):
    found = subprocess.run(['fc-match', '-f', '%{file}', f'{families}:style={style}'], capture_output=True, text=True).stdout
    try:
        options = subset.Options(hinting=False, layout_features=['kern', 'mark', 'mkmk', 'ccmp', 'liga'])
        font = subset.load_font(found, options)
        small = subset.Subsetter(options)
        small.populate(text=''.join(letters))
        small.subset(font)
        subset.save_font(font, path(style, 'ttf'), options)
        rules.append(f'@font-face {{ font-family: "Batch"; font-weight: {weight}; src: url(file://{path(style, "ttf")}) }}')
    except Exception as problem:  # a font of another make: slower, not worse
        print(f'{found}: {problem}', file=sys.stderr)

fonts = FontConfiguration()
styles = [CSS(string='\n'.join(rules), font_config=fonts)]
accepted = inspect.signature(HTML.write_pdf).parameters
variant = {'variant' if 'variant' in accepted else 'pdf_variant': 'pdf/ua-1', 'custom_metadata': True}
for number in range(count):
    HTML(filename=path(number, 'html'), encoding='utf-8').write_pdf(path(number, 'pdf'), stylesheets=styles, font_config=fonts, **variant)
