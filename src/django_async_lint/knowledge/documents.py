"""Images, sound, film, PDF, office files, HTML and feeds. Literal tables only.

Work on pixels and pages is `cpu`, tens of milliseconds to minutes; what opens or writes a file by its path `file`.
"""

LIBRARIES = (
    {
        "name": "pillow",
        "roots": ("PIL",),
        "source": "https://pillow.readthedocs.io/en/stable/reference/Image.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {
            "file": "PIL.Image.open PIL.ImageFont.truetype",
            "cpu": """PIL.Image.alpha_composite PIL.Image.composite PIL.Image.blend PIL.Image.merge
                PIL.ImageOps.fit PIL.ImageOps.contain PIL.ImageOps.cover PIL.ImageOps.pad PIL.ImageOps.scale
                PIL.ImageOps.exif_transpose PIL.ImageOps.autocontrast PIL.ImageOps.equalize PIL.ImageOps.grayscale
                PIL.ImageOps.invert PIL.ImageOps.mirror PIL.ImageOps.flip PIL.ImageOps.crop PIL.ImageOps.expand
                PIL.ImageChops.difference PIL.ImageGrab.grab""",
        },
        "unless": {
            "PIL.Image.open": "0=io.BytesIO fp=io.BytesIO 0=django.core.files.uploadedfile.UploadedFile",
            "PIL.ImageFont.truetype": "0=io.BytesIO",
        },
        "returns": {
            "PIL.Image.open": "PIL.Image.Image",
            "PIL.Image.new": "PIL.Image.Image",
            "PIL.Image.frombytes": "PIL.Image.Image",
            "PIL.Image.fromarray": "PIL.Image.Image",
            "PIL.Image.merge": "PIL.Image.Image",
            "PIL.Image.blend": "PIL.Image.Image",
            "PIL.Image.composite": "PIL.Image.Image",
            "PIL.Image.alpha_composite": "PIL.Image.Image",
            "PIL.ImageOps.fit": "PIL.Image.Image",
            "PIL.ImageOps.contain": "PIL.Image.Image",
            "PIL.ImageOps.pad": "PIL.Image.Image",
            "PIL.ImageOps.exif_transpose": "PIL.Image.Image",
        },
        "classes": {
            "PIL.Image.Image": {
                "methods": {
                    "cpu": """save resize thumbnail rotate transform transpose filter convert quantize crop
                        reduce load effect_spread""",
                },
                "returns": {
                    "resize": "PIL.Image.Image",
                    "rotate": "PIL.Image.Image",
                    "transform": "PIL.Image.Image",
                    "transpose": "PIL.Image.Image",
                    "filter": "PIL.Image.Image",
                    "convert": "PIL.Image.Image",
                    "quantize": "PIL.Image.Image",
                    "crop": "PIL.Image.Image",
                    "copy": "PIL.Image.Image",
                    "reduce": "PIL.Image.Image",
                },
            },
        },
    },
    {
        "name": "opencv-python-headless",
        "roots": ("cv2",),
        "source": "https://docs.opencv.org/4.x/d6/d00/tutorial_py_root.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {
            "file": "cv2.imread cv2.imwrite cv2.VideoCapture cv2.VideoWriter",
            "cpu": """cv2.imdecode cv2.imencode cv2.resize cv2.GaussianBlur cv2.medianBlur
                cv2.matchTemplate cv2.warpAffine
                cv2.warpPerspective cv2.fastNlMeansDenoising cv2.fastNlMeansDenoisingColored
                cv2.bilateralFilter cv2.HoughCircles cv2.HoughLinesP""",
        },
        "returns": {
            "cv2.VideoCapture": "cv2.VideoCapture",
            "cv2.CascadeClassifier": "cv2.CascadeClassifier",
        },
        "older": """cv2.CascadeClassifier cv2.CascadeClassifier.detectMultiScale
            cv2.CascadeClassifier.load""",
        "classes": {
            "cv2.VideoCapture": {"methods": {"cpu": "read grab retrieve"}},
            "cv2.VideoWriter": {"methods": {"cpu": "write"}},
            "cv2.CascadeClassifier": {"methods": {"cpu": "detectMultiScale", "file": "load"}},
        },
    },
    {
        "name": "imageio",
        "roots": ("imageio",),
        "source": "https://imageio.readthedocs.io/en/stable/reference/index.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "file": """imageio.imread imageio.imwrite imageio.mimread imageio.mimwrite imageio.v2.imread
                imageio.v2.imwrite imageio.v2.mimread imageio.v2.mimwrite imageio.v3.imread imageio.v3.imwrite
                imageio.v3.immeta""",
        },
        "unless": {"imageio.imread": "0=io.BytesIO", "imageio.v3.imread": "0=io.BytesIO"},
    },
    {
        "name": "scikit-image",
        "roots": ("skimage",),
        "source": "https://scikit-image.org/docs/stable/api/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {
            "file": "skimage.io.imread skimage.io.imsave",
            "cpu": """skimage.transform.resize skimage.transform.rescale skimage.transform.rotate
                skimage.filters.gaussian skimage.filters.threshold_otsu skimage.metrics.structural_similarity
                skimage.measure.find_contours skimage.segmentation.slic""",
        },
    },
    {
        "name": "ImageHash",
        "roots": ("imagehash",),
        "source": "https://github.com/JohannesBuchner/imagehash",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {
            "cpu": """imagehash.average_hash imagehash.phash imagehash.dhash imagehash.whash
                imagehash.colorhash imagehash.crop_resistant_hash"""
        },
    },
    {
        "name": "moviepy",
        "roots": ("moviepy",),
        "older": "moviepy.editor.VideoFileClip moviepy.editor.AudioFileClip",
        "source": "https://zulko.github.io/moviepy/reference/index.html",
        "instead": "run it in a process of its own, or in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"file": "moviepy.VideoFileClip moviepy.AudioFileClip moviepy.ImageClip"},
        "classes": {
            "moviepy.VideoClip": {
                "methods": {"cpu": "write_videofile write_gif write_images_sequence save_frame get_frame"},
                "attributes": {"audio": "moviepy.AudioClip"},
            },
            "moviepy.VideoFileClip": {"bases": ("moviepy.VideoClip",)},
            "moviepy.CompositeVideoClip": {"bases": ("moviepy.VideoClip",)},
            "moviepy.AudioClip": {"methods": {"cpu": "write_audiofile to_soundarray"}},
            "moviepy.AudioFileClip": {"bases": ("moviepy.AudioClip",)},
        },
        "aliases": {
            "moviepy.editor.VideoFileClip": "moviepy.VideoFileClip",
            "moviepy.editor.AudioFileClip": "moviepy.AudioFileClip",
            "moviepy.video.io.VideoFileClip.VideoFileClip": "moviepy.VideoFileClip",
        },
    },
    {
        "name": "pydub",
        "roots": ("pydub",),
        "source": "https://github.com/jiaaro/pydub/blob/master/API.markdown",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "classes": {
            "pydub.AudioSegment": {
                "methods": {
                    "subprocess": "from_file from_mp3 from_ogg from_flv export",
                    "file": "from_wav",
                    "cpu": "set_frame_rate set_channels apply_gain normalize overlay fade_in fade_out",
                },
                "returns": {
                    "from_file": "pydub.AudioSegment",
                    "from_mp3": "pydub.AudioSegment",
                    "from_wav": "pydub.AudioSegment",
                    "from_ogg": "pydub.AudioSegment",
                    "set_frame_rate": "pydub.AudioSegment",
                    "set_channels": "pydub.AudioSegment",
                },
            },
        },
        "aliases": {"pydub.audio_segment.AudioSegment": "pydub.AudioSegment"},
    },
    {
        "name": "ffmpeg-python",
        "roots": ("ffmpeg",),
        "source": "https://kkroening.github.io/ffmpeg-python/",
        "instead": 'use `await asyncio.create_subprocess_exec("ffmpeg", ...)`',
        "calls": {"subprocess": "ffmpeg.run ffmpeg.probe"},
        "returns": {
            "ffmpeg.input": "ffmpeg.nodes.FilterableStream",
            "ffmpeg.output": "ffmpeg.nodes.OutputStream",
            "ffmpeg.run_async": "subprocess.Popen",
        },
        "classes": {
            "ffmpeg.nodes.FilterableStream": {
                "returns": {
                    "output": "ffmpeg.nodes.OutputStream",
                    "filter": "ffmpeg.nodes.FilterableStream",
                    "overlay": "ffmpeg.nodes.FilterableStream",
                    "trim": "ffmpeg.nodes.FilterableStream",
                },
            },
            "ffmpeg.nodes.OutputStream": {
                "methods": {"subprocess": "run"},
                "returns": {
                    "run_async": "subprocess.Popen",
                    "overwrite_output": "ffmpeg.nodes.OutputStream",
                    "global_args": "ffmpeg.nodes.OutputStream",
                },
            },
        },
    },
    {
        "name": "Wand",
        "roots": ("wand",),
        "source": "https://docs.wand-py.org/en/latest/wand/image.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "classes": {
            "wand.image.Image": {
                "methods": {
                    "cpu": """resize resample transform rotate crop blur sharpen composite convert make_blob save read
                        thumbnail liquid_rescale strip trim quantize gaussian_blur level""",
                },
                "returns": {"convert": "wand.image.Image", "clone": "wand.image.Image"},
            },
        },
    },
    {
        "name": "CairoSVG",
        "roots": ("cairosvg",),
        "source": "https://cairosvg.org/documentation/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "cairosvg.svg2png cairosvg.svg2pdf cairosvg.svg2ps cairosvg.svg2svg"},
    },
    {
        "name": "reportlab",
        "roots": ("reportlab",),
        "source": "https://docs.reportlab.com/reportlab/userguide/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "classes": {
            "reportlab.pdfgen.canvas.Canvas": {"methods": {"cpu": "save drawImage"}},
            "reportlab.platypus.SimpleDocTemplate": {"methods": {"cpu": "build multiBuild"}},
            "reportlab.platypus.BaseDocTemplate": {"methods": {"cpu": "build multiBuild"}},
        },
        "aliases": {
            "reportlab.platypus.doctemplate.SimpleDocTemplate": "reportlab.platypus.SimpleDocTemplate",
            "reportlab.platypus.doctemplate.BaseDocTemplate": "reportlab.platypus.BaseDocTemplate",
        },
    },
    {
        "name": "weasyprint",
        "roots": ("weasyprint",),
        "source": "https://doc.courtbouillon.org/weasyprint/stable/api_reference.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "weasyprint.HTML weasyprint.CSS"},
        "classes": {
            "weasyprint.HTML": {
                "methods": {"cpu": "write_pdf render"},
                "returns": {"render": "weasyprint.Document"},
            },
            "weasyprint.Document": {"methods": {"cpu": "write_pdf"}},
        },
        "aliases": {"weasyprint.document.Document": "weasyprint.Document"},
    },
    {
        "name": "xhtml2pdf",
        "roots": ("xhtml2pdf",),
        "source": "https://xhtml2pdf.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "xhtml2pdf.pisa.CreatePDF xhtml2pdf.pisa.pisaDocument"},
        "aliases": {"xhtml2pdf.document.pisaDocument": "xhtml2pdf.pisa.pisaDocument"},
    },
    {
        "name": "pdfkit",
        "roots": ("pdfkit",),
        "source": "https://github.com/JazzCore/python-pdfkit",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"subprocess": "pdfkit.from_url pdfkit.from_file pdfkit.from_string"},
        "classes": {"pdfkit.PDFKit": {"methods": {"subprocess": "to_pdf"}}},
        "aliases": {"pdfkit.pdfkit.PDFKit": "pdfkit.PDFKit"},
    },
    {
        "name": "pypdf",
        "roots": ("pypdf",),
        "source": "https://pypdf.readthedocs.io/en/stable/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "pypdf.PdfReader"},
        "classes": {
            "pypdf.PdfReader": {
                "methods": {"cpu": "decrypt get_fields get_form_text_fields"},
                "returns": {"pages.__getitem__": "pypdf.PageObject", "get_page": "pypdf.PageObject"},
                "attributes": {"pages": "pypdf.PdfReader.pages()"},
            },
            "pypdf.PdfReader.pages()": {
                "iterates": "pypdf.PageObject",
                "returns": {"__getitem__": "pypdf.PageObject"},
            },
            "pypdf.PageObject": {"methods": {"cpu": "extract_text merge_page compress_content_streams"}},
            "pypdf.PdfWriter": {
                "methods": {"cpu": "write append merge append_pages_from_reader clone_document_from_reader encrypt"},
            },
        },
        "aliases": {
            "pypdf._reader.PdfReader": "pypdf.PdfReader",
            "pypdf._writer.PdfWriter": "pypdf.PdfWriter",
            "pypdf._page.PageObject": "pypdf.PageObject",
        },
    },
    {
        "name": "PyPDF2",
        "roots": ("PyPDF2",),
        "source": "https://pypdf2.readthedocs.io/en/3.x/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "PyPDF2.PdfReader"},
        "classes": {
            "PyPDF2.PdfReader": {
                "methods": {"cpu": "decrypt get_fields"},
                "attributes": {"pages": "PyPDF2.PdfReader.pages()"},
                "returns": {"pages.__getitem__": "PyPDF2.PageObject"},
            },
            "PyPDF2.PdfReader.pages()": {
                "iterates": "PyPDF2.PageObject",
                "returns": {"__getitem__": "PyPDF2.PageObject"},
            },
            "PyPDF2.PageObject": {"methods": {"cpu": "extract_text merge_page"}},
            "PyPDF2.PdfWriter": {"methods": {"cpu": "write append_pages_from_reader encrypt"}},
            "PyPDF2.PdfMerger": {"methods": {"cpu": "append merge write"}},
        },
    },
    {
        "name": "pdfplumber",
        "roots": ("pdfplumber",),
        "source": "https://github.com/jsvine/pdfplumber",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "pdfplumber.open"},
        "returns": {"pdfplumber.open": "pdfplumber.PDF"},
        "classes": {
            "pdfplumber.PDF": {"attributes": {"pages": "pdfplumber.PDF.pages()"}, "reads": {"cpu": "pages"}},
            "pdfplumber.PDF.pages()": {
                "iterates": "pdfplumber.page.Page",
                "returns": {"__getitem__": "pdfplumber.page.Page"},
            },
            "pdfplumber.page.Page": {
                "methods": {"cpu": "extract_text extract_table extract_tables extract_words to_image find_tables crop"},
                "returns": {"crop": "pdfplumber.page.Page"},
            },
        },
        "aliases": {"pdfplumber.pdf.PDF": "pdfplumber.PDF"},
    },
    {
        "name": "PyMuPDF",
        "roots": ("pymupdf", "fitz"),
        "source": "https://pymupdf.readthedocs.io/en/latest/document.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "pymupdf.open"},
        "returns": {"pymupdf.open": "pymupdf.Document"},
        "classes": {
            "pymupdf.Document": {
                "methods": {
                    "cpu": """save tobytes insert_pdf insert_file convert_to_pdf get_page_text
                        get_page_pixmap scrub"""
                },
                "returns": {
                    "load_page": "pymupdf.Page",
                    "__getitem__": "pymupdf.Page",
                    "new_page": "pymupdf.Page",
                },
                "iterates": "pymupdf.Page",
            },
            "pymupdf.Page": {
                "methods": {
                    "cpu": """get_text get_pixmap search_for get_images find_tables get_drawings
                        apply_redactions insert_image show_pdf_page""",
                },
                "returns": {"get_pixmap": "pymupdf.Pixmap"},
            },
            "pymupdf.Pixmap": {"methods": {"cpu": "save tobytes pil_save pil_tobytes"}},
        },
        "aliases": {
            "fitz": "pymupdf",
        },
    },
    {
        "name": "pdfminer.six",
        "roots": ("pdfminer",),
        "source": "https://pdfminersix.readthedocs.io/en/latest/reference/index.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "pdfminer.high_level.extract_text pdfminer.high_level.extract_text_to_fp"},
        "returns": {"pdfminer.high_level.extract_pages": "pdfminer.high_level.extract_pages()"},
        "classes": {"pdfminer.high_level.extract_pages()": {"iter": {"effect": "cpu"}}},
    },
    {
        "name": "pdf2image",
        "roots": ("pdf2image",),
        "source": "https://pdf2image.readthedocs.io/en/latest/reference.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "subprocess": "pdf2image.convert_from_path pdf2image.convert_from_bytes pdf2image.pdfinfo_from_path",
        },
        "aliases": {
            "pdf2image.pdf2image.convert_from_path": "pdf2image.convert_from_path",
            "pdf2image.pdf2image.convert_from_bytes": "pdf2image.convert_from_bytes",
        },
    },
    {
        "name": "pytesseract",
        "roots": ("pytesseract",),
        "source": "https://github.com/madmaze/pytesseract",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "subprocess": """pytesseract.image_to_string pytesseract.image_to_data pytesseract.image_to_boxes
                pytesseract.image_to_osd pytesseract.image_to_pdf_or_hocr pytesseract.get_tesseract_version
                pytesseract.get_languages""",
        },
        "aliases": {"pytesseract.pytesseract.image_to_string": "pytesseract.image_to_string"},
    },
    {
        "name": "easyocr",
        "roots": ("easyocr",),
        "source": "https://www.jaided.ai/easyocr/documentation/",
        "instead": "run it in a process of its own, or in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"file": "easyocr.Reader"},
        "classes": {"easyocr.Reader": {"methods": {"cpu": "readtext readtext_batched detect recognize"}}},
    },
    {
        "name": "python-docx",
        "roots": ("docx",),
        "source": "https://python-docx.readthedocs.io/en/latest/api/document.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "docx.Document"},
        "returns": {"docx.Document": "docx.document.Document"},
        "classes": {"docx.document.Document": {"methods": {"cpu": "save add_picture"}}},
        "aliases": {"docx.api.Document": "docx.Document"},
    },
    {
        "name": "docxtpl",
        "roots": ("docxtpl",),
        "source": "https://docxtpl.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "classes": {
            "docxtpl.DocxTemplate": {"methods": {"cpu": "render save get_undeclared_template_variables"}},
        },
    },
    {
        "name": "openpyxl",
        "roots": ("openpyxl",),
        "source": "https://openpyxl.readthedocs.io/en/stable/api/openpyxl.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "openpyxl.load_workbook"},
        "returns": {"openpyxl.load_workbook": "openpyxl.Workbook"},
        "classes": {
            "openpyxl.Workbook": {
                "methods": {"cpu": "save copy_worksheet"},
                "attributes": {"active": "openpyxl.worksheet.worksheet.Worksheet"},
                "returns": {
                    "create_sheet": "openpyxl.worksheet.worksheet.Worksheet",
                    "copy_worksheet": "openpyxl.worksheet.worksheet.Worksheet",
                    "__getitem__": "openpyxl.worksheet.worksheet.Worksheet",
                },
            },
            "openpyxl.worksheet.worksheet.Worksheet": {
                "methods": {"cpu": "insert_rows insert_cols delete_rows delete_cols"},
            },
        },
        "aliases": {
            "openpyxl.workbook.Workbook": "openpyxl.Workbook",
            "openpyxl.workbook.workbook.Workbook": "openpyxl.Workbook",
            "openpyxl.reader.excel.load_workbook": "openpyxl.load_workbook",
        },
    },
    {
        "name": "XlsxWriter",
        "roots": ("xlsxwriter",),
        "source": "https://xlsxwriter.readthedocs.io/workbook.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "classes": {
            "xlsxwriter.Workbook": {
                "methods": {"cpu": "close", "file": "add_vba_project"},
                "returns": {"add_worksheet": "xlsxwriter.worksheet.Worksheet"},
            },
            "xlsxwriter.worksheet.Worksheet": {"methods": {"cpu": "autofit"}},
        },
        "aliases": {"xlsxwriter.workbook.Workbook": "xlsxwriter.Workbook"},
    },
    {
        "name": "xlrd",
        "roots": ("xlrd",),
        "source": "https://xlrd.readthedocs.io/en/latest/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "xlrd.open_workbook"},
    },
    {
        "name": "tablib",
        "roots": ("tablib",),
        "source": "https://tablib.readthedocs.io/en/stable/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "classes": {
            "tablib.Dataset": {"methods": {"cpu": "load export"}, "returns": {"load": "tablib.Dataset"}},
            "tablib.Databook": {"methods": {"cpu": "load export"}},
        },
        "aliases": {"tablib.core.Dataset": "tablib.Dataset"},
    },
    {
        "name": "python-pptx",
        "roots": ("pptx",),
        "source": "https://python-pptx.readthedocs.io/en/latest/api/presentation.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "pptx.Presentation"},
        "returns": {"pptx.Presentation": "pptx.presentation.Presentation"},
        "classes": {
            "pptx.presentation.Presentation": {
                "methods": {"cpu": "save"},
                "attributes": {"slides": "pptx.slide.Slides"},
            },
            "pptx.slide.Slides": {
                "returns": {"add_slide": "pptx.slide.Slide", "__getitem__": "pptx.slide.Slide"},
                "iterates": "pptx.slide.Slide",
            },
            "pptx.slide.Slide": {"attributes": {"shapes": "pptx.shapes.shapetree.SlideShapes"}},
            "pptx.shapes.shapetree.SlideShapes": {"methods": {"cpu": "add_picture add_chart add_movie"}},
        },
        "aliases": {"pptx.api.Presentation": "pptx.Presentation"},
    },
    {
        "name": "mammoth",
        "roots": ("mammoth",),
        "source": "https://github.com/mwilliamson/python-mammoth",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "mammoth.convert_to_html mammoth.convert_to_markdown mammoth.extract_raw_text"},
    },
    {
        "name": "unstructured",
        "roots": ("unstructured",),
        "source": "https://docs.unstructured.io/open-source/core-functionality/partitioning",
        "instead": "run it in a process of its own, or in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {
            "cpu": """unstructured.partition.auto.partition unstructured.partition.pdf.partition_pdf
                unstructured.partition.docx.partition_docx unstructured.partition.html.partition_html
                unstructured.partition.text.partition_text""",
        },
    },
    {
        "name": "pypandoc",
        "roots": ("pypandoc",),
        "source": "https://github.com/JessicaTegner/pypandoc",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"subprocess": "pypandoc.convert_text pypandoc.convert_file pypandoc.get_pandoc_version"},
    },
    {
        "name": "beautifulsoup4",
        "roots": ("bs4",),
        "source": "https://www.crummy.com/software/BeautifulSoup/bs4/doc/",
        "instead": "parse it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": True,
        "calls": {"cpu": "bs4.BeautifulSoup"},
        "classes": {"bs4.BeautifulSoup": {"methods": {"cpu": "prettify encode decode"}}},
    },
    {
        "name": "lxml",
        "roots": ("lxml",),
        "source": "https://lxml.de/apidoc/",
        "instead": "parse it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": True,
        "calls": {
            "file": "lxml.etree.parse lxml.html.parse",
            "cpu": """lxml.html.fromstring lxml.html.document_fromstring lxml.html.fragment_fromstring
                lxml.html.fragments_fromstring""",
        },
        "unless": {
            "lxml.etree.parse": "0=io.BytesIO 0=io.StringIO",
            "lxml.html.parse": "0=io.BytesIO 0=io.StringIO",
        },
        "returns": {"lxml.etree.iterparse": "lxml.etree.iterparse()"},
        "classes": {"lxml.etree.iterparse()": {"iter": {"effect": "file"}}},
    },
    {
        "name": "html5lib",
        "roots": ("html5lib",),
        "source": "https://html5lib.readthedocs.io/en/latest/",
        "instead": "parse it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": True,
        "calls": {"cpu": "html5lib.parse html5lib.parseFragment"},
        "classes": {"html5lib.HTMLParser": {"methods": {"cpu": "parse parseFragment"}}},
    },
    {
        "name": "readability-lxml",
        "roots": ("readability",),
        "source": "https://github.com/buriy/python-readability",
        "instead": "parse it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": True,
        "classes": {"readability.Document": {"methods": {"cpu": "summary title short_title content"}}},
    },
    {
        "name": "trafilatura",
        "roots": ("trafilatura",),
        "source": "https://trafilatura.readthedocs.io/en/latest/corefunctions.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": True,
        "calls": {
            "http": "trafilatura.fetch_url trafilatura.fetch_response",
            "cpu": """trafilatura.extract trafilatura.bare_extraction trafilatura.extract_metadata
                trafilatura.html2txt""",
        },
    },
    {
        "name": "feedparser",
        "roots": ("feedparser",),
        "source": "https://feedparser.readthedocs.io/en/latest/",
        "instead": "fetch it with `httpx.AsyncClient` and parse it in a thread: `await asyncio.to_thread(feedparser.parse, text)`",
        "constant_ok": False,
        "calls": {"cpu": "feedparser.parse"},
    },
    {
        "name": "newspaper3k",
        "roots": ("newspaper",),
        "source": "https://newspaper.readthedocs.io/en/latest/user_guide/quickstart.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"http": "newspaper.build"},
        "classes": {"newspaper.Article": {"methods": {"http": "download build", "cpu": "parse nlp"}}},
        "aliases": {"newspaper.article.Article": "newspaper.Article"},
    },
    {
        "name": "scrapy",
        "roots": ("scrapy",),
        "source": "https://docs.scrapy.org/en/latest/topics/practices.html",
        "instead": 'run it in a process of its own: `await asyncio.create_subprocess_exec("scrapy", ...)`',
        "classes": {"scrapy.crawler.CrawlerProcess": {"methods": {"wait": "start"}}},
    },
    {
        "name": "qrcode",
        "roots": ("qrcode",),
        "source": "https://github.com/lincolnloop/python-qrcode",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "qrcode.make"},
        "classes": {"qrcode.QRCode": {"methods": {"cpu": "make make_image best_fit"}}},
        "aliases": {"qrcode.main.QRCode": "qrcode.QRCode", "qrcode.main.make": "qrcode.make"},
    },
    {
        "name": "python-barcode",
        "roots": ("barcode",),
        "source": "https://python-barcode.readthedocs.io/en/stable/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "barcode.generate"},
        "classes": {
            "barcode.base.Barcode": {"methods": {"cpu": "save write render"}},
            "barcode.Code128": {"bases": ("barcode.base.Barcode",)},
            "barcode.EAN13": {"bases": ("barcode.base.Barcode",)},
        },
        "returns": {"barcode.get": "barcode.base.Barcode"},
    },
    {
        "name": "easy-thumbnails",
        "roots": ("easy_thumbnails",),
        "source": "https://easy-thumbnails.readthedocs.io/en/latest/usage/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "returns": {"easy_thumbnails.files.get_thumbnailer": "easy_thumbnails.files.Thumbnailer"},
        "classes": {
            "easy_thumbnails.files.Thumbnailer": {
                "methods": {
                    "cpu": "get_thumbnail generate_thumbnail",
                    "file": "get_existing_thumbnail save_thumbnail",
                },
            },
        },
    },
    {
        "name": "sorl-thumbnail",
        "roots": ("sorl",),
        "source": "https://sorl-thumbnail.readthedocs.io/en/latest/reference/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "sorl.thumbnail.get_thumbnail", "file": "sorl.thumbnail.delete"},
        "aliases": {"sorl.thumbnail.shortcuts.get_thumbnail": "sorl.thumbnail.get_thumbnail"},
    },
    {
        "name": "markdownify",
        "roots": ("markdownify",),
        "source": "https://github.com/matthewwithanm/python-markdownify",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"cpu": "markdownify.markdownify"},
        "classes": {"markdownify.MarkdownConverter": {"methods": {"cpu": "convert convert_soup"}}},
    },
    {
        "name": "magika",
        "roots": ("magika",),
        "source": "https://google.github.io/magika/python/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"file": "magika.Magika"},
        "classes": {
            "magika.Magika": {
                "methods": {"cpu": "identify_bytes", "file": "identify_path identify_paths identify_stream"}
            },
        },
    },
    {
        "name": "jinja2",
        "roots": ("jinja2",),
        "source": "https://jinja.palletsprojects.com/en/stable/api/",
        "instead": "load it at start-up, or in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "jinja2.Environment": {
                "methods": {
                    "stat": "get_template select_template get_or_select_template",
                    "file": "compile_templates list_templates",
                },
                "pure": "from_string overlay add_extension compile_expression",
                "returns": {
                    "get_template": "jinja2.Template",
                    "select_template": "jinja2.Template",
                    "get_or_select_template": "jinja2.Template",
                    "from_string": "jinja2.Template",
                    "overlay": "jinja2.Environment",
                },
            },
            "jinja2.sandbox.SandboxedEnvironment": {"bases": ("jinja2.Environment",)},
            "jinja2.Template": {"pure": "render generate stream", "coroutines": "render_async"},
        },
        "aliases": {
            "jinja2.environment.Environment": "jinja2.Environment",
            "jinja2.environment.Template": "jinja2.Template",
        },
    },
)
