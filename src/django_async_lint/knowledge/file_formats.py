"""Files of documents and data in their formats, beside those in `documents` and `science`. Literal tables only."""

LIBRARIES = (
    {
        "name": "camelot-py",
        "roots": ("camelot",),
        "source": "https://camelot-py.readthedocs.io/en/master/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"cpu": "camelot.read_pdf"},
        "returns": {"camelot.read_pdf": "camelot.core.TableList"},
        "constant_ok": False,
        "classes": {
            "camelot.core.TableList": {
                "methods": {"file": "export"},
            },
            "camelot.core.Table": {
                "methods": {"file": "to_csv to_json to_excel to_html to_sqlite"},
            },
        },
    },
    {
        "name": "tabula-py",
        "roots": ("tabula",),
        "source": "https://tabula-py.readthedocs.io/en/latest/tabula.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "subprocess": """tabula.read_pdf tabula.read_pdf_with_template tabula.convert_into
                tabula.convert_into_by_batch""",
        },
        "aliases": {
            "tabula.io.read_pdf": "tabula.read_pdf",
            "tabula.io.convert_into": "tabula.convert_into",
        },
    },
    {
        "name": "pikepdf",
        "roots": ("pikepdf",),
        "source": "https://pikepdf.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "pikepdf.open pikepdf.Pdf.open"},
        "returns": {
            "pikepdf.open": "pikepdf.Pdf",
            "pikepdf.Pdf.open": "pikepdf.Pdf",
            "pikepdf.new": "pikepdf.Pdf",
            "pikepdf.Pdf.new": "pikepdf.Pdf",
        },
        "classes": {
            "pikepdf.Pdf": {
                "methods": {"file": "save"},
                "pure": "close",
            },
        },
    },
    {
        "name": "img2pdf",
        "roots": ("img2pdf",),
        "source": "https://gitlab.mister-muffin.de/josch/img2pdf",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "img2pdf.convert"},
        "unless": {"img2pdf.convert": "0=io.BytesIO"},
    },
    {
        "name": "fpdf2",
        "roots": ("fpdf",),
        "source": "https://py-pdf.github.io/fpdf2/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "fpdf.FPDF": {
                "methods": {"file": "output image add_font"},
                "unless": {
                    "output": "() dest='S'",
                    "image": "0=io.BytesIO 0=PIL.Image.Image",
                },
                "pure": "add_page set_font cell multi_cell ln",
            },
        },
        "aliases": {"fpdf.fpdf.FPDF": "fpdf.FPDF"},
    },
    {
        "name": "pyHanko",
        "roots": ("pyhanko",),
        "source": "https://docs.pyhanko.eu/en/latest/",
        "instead": "use `pyhanko.sign.signers.async_sign_pdf`",
        "calls": {
            "cpu": """pyhanko.sign.signers.sign_pdf pyhanko.sign.validation.validate_pdf_signature
                pyhanko.sign.validation.validate_pdf_timestamp""",
            "file": "pyhanko.sign.signers.SimpleSigner.load pyhanko.sign.signers.SimpleSigner.load_pkcs12",
        },
        "coroutines": "pyhanko.sign.signers.async_sign_pdf pyhanko.sign.validation.async_validate_pdf_signature",
        "classes": {
            "pyhanko.sign.signers.PdfSigner": {
                "methods": {"cpu": "sign_pdf"},
                "coroutines": "async_sign_pdf",
            },
        },
        "aliases": {"pyhanko.sign.sign_pdf": "pyhanko.sign.signers.sign_pdf"},
    },
    {
        "name": "ocrmypdf",
        "roots": ("ocrmypdf",),
        "source": "https://ocrmypdf.readthedocs.io/en/latest/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "subprocess": "ocrmypdf.ocr",
            "cpu": "ocrmypdf.pdfinfo.PdfInfo",
        },
    },
    {
        "name": "docx2txt",
        "roots": ("docx2txt",),
        "source": "https://github.com/ankushshah89/python-docx2txt",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "docx2txt.process docx2txt.docx2txt.process"},
    },
    {
        "name": "docx2pdf",
        "roots": ("docx2pdf",),
        "source": "https://github.com/AlJohri/docx2pdf",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"subprocess": "docx2pdf.convert docx2pdf.windows docx2pdf.macos"},
    },
    {
        "name": "textract",
        "roots": ("textract",),
        "source": "https://textract.readthedocs.io/en/stable/",
        "older": "textract.process",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"subprocess": "textract.process"},
    },
    {
        "name": "markitdown",
        "roots": ("markitdown",),
        "source": "https://github.com/microsoft/markitdown",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "markitdown.MarkItDown": {
                "methods": {
                    "cpu": "convert convert_local convert_stream convert_uri convert_response",
                },
            },
        },
        "aliases": {"markitdown._markitdown.MarkItDown": "markitdown.MarkItDown"},
    },
    {
        "name": "docling",
        "roots": ("docling",),
        "source": "https://docling-project.github.io/docling/reference/document_converter/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "docling.document_converter.DocumentConverter": {
                "methods": {"cpu": "convert convert_all convert_string initialize_pipeline"},
            },
        },
    },
    {
        "name": "tika",
        "roots": ("tika",),
        "source": "https://github.com/chrismattmann/tika-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "http": """tika.parser.from_file tika.parser.from_buffer tika.detector.from_file tika.language.from_file
                tika.unpack.from_file tika.tika.checkTikaServer""",
        },
    },
    {
        "name": "segno",
        "roots": ("segno",),
        "source": "https://segno.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "segno.QRCodeSequence.save"},
        "returns": {
            "segno.make": "segno.QRCode",
            "segno.make_qr": "segno.QRCode",
            "segno.make_micro": "segno.QRCode",
        },
        "classes": {
            "segno.QRCode": {
                "methods": {"file": "save show"},
                "unless": {"save": "0=io.BytesIO"},
                "pure": "svg_inline svg_data_uri png_data_uri",
            },
        },
    },
    {
        "name": "imgkit",
        "roots": ("imgkit",),
        "source": "https://github.com/jarrekk/imgkit",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"subprocess": "imgkit.from_url imgkit.from_file imgkit.from_string"},
    },
    {
        "name": "ebooklib",
        "roots": ("ebooklib",),
        "source": "https://docs.sourcefabric.org/projects/ebooklib/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "file": "ebooklib.epub.read_epub ebooklib.epub.write_epub ebooklib.epub.EpubReader.load",
        },
    },
    {
        "name": "xlwt",
        "roots": ("xlwt",),
        "source": "https://xlwt.readthedocs.io/en/latest/",
        "older": "xlwt.Workbook.Workbook",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "xlwt.Workbook": {
                "methods": {"file": "save"},
                "unless": {"save": "0=io.BytesIO"},
                "pure": "add_sheet",
            },
        },
        "aliases": {"xlwt.Workbook.Workbook": "xlwt.Workbook"},
    },
    {
        "name": "pyexcel",
        "roots": ("pyexcel",),
        "source": "https://docs.pyexcel.org/en/latest/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "file": """pyexcel.get_sheet pyexcel.get_array pyexcel.get_records pyexcel.get_book pyexcel.save_as
                pyexcel.save_book_as pyexcel.iget_records pyexcel.get_dict pyexcel.get_book_dict""",
        },
    },
    {
        "name": "pyreadstat",
        "roots": ("pyreadstat",),
        "source": "https://ofajardo.github.io/pyreadstat_documentation/_build/html/index.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "file": """pyreadstat.read_sav pyreadstat.read_dta pyreadstat.read_sas7bdat pyreadstat.write_sav
                pyreadstat.write_dta pyreadstat.read_por pyreadstat.read_xport""",
        },
    },
    {
        "name": "h5py",
        "roots": ("h5py",),
        "source": "https://docs.h5py.org/en/stable/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "h5py.File"},
        "classes": {
            "h5py.File": {
                "methods": {"file": "flush"},
                "pure": "keys close",
            },
        },
    },
    {
        "name": "xarray",
        "roots": ("xarray",),
        "source": "https://docs.xarray.dev/en/stable/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "file": """xarray.open_dataset xarray.open_mfdataset xarray.open_dataarray xarray.load_dataset
                xarray.open_zarr xarray.load_dataarray""",
        },
        "returns": {
            "xarray.open_dataset": "xarray.Dataset",
            "xarray.load_dataset": "xarray.Dataset",
            "xarray.open_mfdataset": "xarray.Dataset",
        },
        "classes": {
            "xarray.Dataset": {
                "methods": {"file": "to_netcdf to_zarr load compute"},
            },
        },
    },
    {
        "name": "fastparquet",
        "roots": ("fastparquet",),
        "source": "https://fastparquet.readthedocs.io/en/latest/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "fastparquet.ParquetFile fastparquet.write"},
        "classes": {
            "fastparquet.ParquetFile": {
                "methods": {"file": "to_pandas head"},
            },
        },
        "aliases": {"fastparquet.api.ParquetFile": "fastparquet.ParquetFile"},
    },
    {
        "name": "fastavro",
        "roots": ("fastavro",),
        "source": "https://fastavro.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "fastavro.schema.load_schema"},
    },
    {
        "name": "toml",
        "roots": ("toml",),
        "source": "https://github.com/uiri/toml",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "toml.load toml.dump"},
        "unless": {
            "toml.load": "0=io.StringIO",
            "toml.dump": "1=io.StringIO",
        },
    },
    {
        "name": "pyzipper",
        "roots": ("pyzipper",),
        "source": "https://github.com/danifus/pyzipper",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "pyzipper.AESZipFile pyzipper.ZipFile"},
        "unless": {
            "pyzipper.AESZipFile": "0=io.BytesIO",
            "pyzipper.ZipFile": "0=io.BytesIO",
        },
        "classes": {
            "pyzipper.AESZipFile": {
                "methods": {"file": "extractall extract read write writestr testzip"},
                "pure": "setpassword setencryption namelist",
            },
            "pyzipper.ZipFile": {
                "methods": {"file": "extractall extract read write writestr testzip"},
            },
        },
    },
    {
        "name": "patool",
        "roots": ("patoolib",),
        "source": "https://wummel.github.io/patool/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "subprocess": """patoolib.extract_archive patoolib.create_archive patoolib.list_archive patoolib.test_archive
                patoolib.repack_archive patoolib.diff_archives patoolib.search_archive""",
        },
    },
    {
        "name": "python-magic",
        "roots": ("magic",),
        "source": "https://github.com/ahupp/python-magic",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "magic.from_file magic.from_descriptor"},
        "pure": "magic.from_buffer",
        "classes": {
            "magic.Magic": {
                "methods": {"file": "from_file from_descriptor"},
                "pure": "from_buffer",
            },
        },
    },
    {
        "name": "netCDF4",
        "roots": ("netCDF4",),
        "source": "https://unidata.github.io/netcdf4-python/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "netCDF4.Dataset netCDF4.MFDataset"},
        "classes": {
            "netCDF4.Dataset": {
                "methods": {"file": "sync close"},
            },
        },
    },
    {
        "name": "extract-msg",
        "roots": ("extract_msg",),
        "source": "https://msg-extractor.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "extract_msg.Message extract_msg.openMsg"},
        "classes": {
            "extract_msg.Message": {
                "methods": {"file": "save saveAttachments"},
            },
        },
    },
    {
        "name": "html2image",
        "roots": ("html2image",),
        "source": "https://github.com/vgalin/html2image",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "html2image.Html2Image": {
                "methods": {"subprocess": "screenshot screenshot_url screenshot_loaded_file"},
            },
        },
        "aliases": {"html2image.html2image.Html2Image": "html2image.Html2Image"},
    },
)
