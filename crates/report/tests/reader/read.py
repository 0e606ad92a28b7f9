"""Reads files that were written, with programs that are not ours: one line of JSON, a list with an item for each file.

python read.py docx FILE...    what python-docx finds: text, headings, tables, language
python read.py pdfua FILE...   what pdfua finds wrong
"""

import json
import sys

mode, files = sys.argv[1], sys.argv[2:]


def docx(path):
    from docx import Document

    document = Document(path)
    texts = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        texts += [cell.text for row in table.rows for cell in row.cells]
    headings = [p.text for p in document.paragraphs if p.style.name.lower().startswith(("heading", "title"))]
    language = document.styles.element.xpath("string(//w:docDefaults//w:lang/@w:val)")
    return {"text": "\n".join(texts), "headings": headings, "tables": len(document.tables), "language": language}


def pdfua(path):
    import pdfua

    report = pdfua.validate(path)
    return [f"{finding.rule_id}: {finding.message}" for finding in report.findings]


print(json.dumps([{"docx": docx, "pdfua": pdfua}[mode](path) for path in files]))
