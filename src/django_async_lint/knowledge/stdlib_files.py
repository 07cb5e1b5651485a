"""What the standard library does to files. Literal tables only; see `stdlib_processes` and `stdlib_network` for the rest.

`file` is opening, reading, writing and copying; `stat` is what asks or changes only the directory: milliseconds
at most on a local disk, unbounded on a network one. A name such as `glob.iglob()` stands for what the call of
`glob.iglob` gives where that has no public class of its own.
"""

MODES: dict[str, int] = {"builtins.open": 1, "pathlib.Path.open": 0}
"""Where the mode stands in what opens a file."""
BINARY: dict[str, str] = {
    "+": "io.BufferedRandom", "r": "io.BufferedReader",
    "w": "io.BufferedWriter", "a": "io.BufferedWriter", "x": "io.BufferedWriter",
}  # fmt: skip
"""What is opened in a binary mode, by a letter of it: https://docs.python.org/3/library/functions.html#open"""

LIBRARIES = (
    {
        "name": "python",
        "roots": ("builtins", "io", "codecs", "_io"),
        "source": "https://docs.python.org/3/library/io.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "file": "builtins.open io.open_code io.FileIO codecs.open codecs.EncodedFile",
            "wait": "builtins.input",
        },
        "advice": {
            "builtins.input": "read standard input in a thread: `await asyncio.to_thread(input)`",
            "builtins.open": "open it, and read or write it, in a thread: `await asyncio.to_thread(...)`",
        },
        "returns": {
            "builtins.open": "io.TextIOWrapper",
            "io.open_code": "io.BufferedReader",
            "codecs.open": "codecs.StreamReaderWriter",
        },
        "classes": {
            "io.TextIOWrapper": {
                "methods": {"file": "read readline readlines write writelines flush truncate"},
                "returns": {"detach": "io.BufferedReader"},
                "attributes": {"buffer": "io.BufferedReader"},
                "iter": {"effect": "file"},
            },
            "io.TextIOBase": {
                "methods": {"file": "read readline readlines"},
                "attributes": {"buffer": "io.BufferedReader"},
                "iter": {"effect": "file"},
            },
            "io.FileIO": {
                "methods": {"file": "read readline readlines readall readinto write writelines flush truncate"},
                "iter": {"effect": "file"},
            },
            "io.BufferedReader": {
                "methods": {"file": "read read1 readline readlines readinto readinto1 peek"},
                "attributes": {"raw": "io.FileIO"},
                "iter": {"effect": "file"},
            },
            "io.BufferedWriter": {
                "methods": {"file": "write writelines flush truncate"},
                "attributes": {"raw": "io.FileIO"},
            },
            "io.BufferedRandom": {"bases": ("io.BufferedReader", "io.BufferedWriter")},
            "io.StringIO": {},
            "io.BytesIO": {},
            "codecs.StreamReaderWriter": {
                "methods": {"file": "read readline readlines write writelines"},
                "iter": {"effect": "file"},
            },
        },
        "aliases": {
            "open": "builtins.open",
            "input": "builtins.input",
            "io.open": "builtins.open",
            "_io.open": "builtins.open",
            "_io.TextIOWrapper": "io.TextIOWrapper",
            "_io.BytesIO": "io.BytesIO",
            "_io.StringIO": "io.StringIO",
        },
    },
    {
        "name": "python",
        "roots": ("os", "posix", "nt", "posixpath", "ntpath", "genericpath"),
        "source": "https://docs.python.org/3/library/os.html#files-and-directories",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "file": """os.open os.fdopen os.read os.write os.pread os.pwrite os.readv os.writev os.preadv os.pwritev
                os.fsync os.fdatasync os.sync os.sendfile os.copy_file_range os.truncate os.ftruncate
                os.posix_fallocate os.splice""",
            "stat": """os.access os.chdir os.fchdir os.chmod os.fchmod os.chown os.fchown
                os.lchown os.link os.symlink os.readlink os.listdir os.scandir os.mkdir os.makedirs os.mkfifo
                os.mknod os.remove os.unlink os.removedirs os.rename os.renames os.replace os.rmdir os.stat
                os.lstat os.fstat os.statvfs os.fstatvfs os.utime os.getxattr os.setxattr os.listxattr
                os.removexattr
                os.path.exists os.path.lexists os.path.isfile os.path.isdir os.path.islink os.path.ismount
                os.path.getsize os.path.getmtime os.path.getatime os.path.getctime os.path.realpath
                os.path.samefile os.path.sameopenfile""",
            "wait": "os.lockf",
        },
        "returns": {
            "os.fdopen": "io.TextIOWrapper",
            "os.walk": "os.walk()",
            "os.fwalk": "os.walk()",
            "os.scandir": "os.scandir()",
        },
        "classes": {
            "os.walk()": {"iter": {"effect": "stat"}},
            "os.scandir()": {"iterates": "os.DirEntry"},
            "os.DirEntry": {"methods": {"stat": "stat"}},
        },
        "aliases": {
            "posixpath": "os.path",
            "ntpath": "os.path",
            "genericpath": "os.path",
        },
    },
    {
        "name": "python",
        "roots": ("pathlib",),
        "source": "https://docs.python.org/3/library/pathlib.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "advice": {
            "pathlib.Path.read_text": "read it in a thread: `await asyncio.to_thread(path.read_text)`",
            "pathlib.Path.read_bytes": "read it in a thread: `await asyncio.to_thread(path.read_bytes)`",
            "pathlib.Path.write_text": "write it in a thread: `await asyncio.to_thread(path.write_text, ...)`",
            "pathlib.Path.write_bytes": "write it in a thread: `await asyncio.to_thread(path.write_bytes, ...)`",
        },
        "returns": {"pathlib.Path.cwd": "pathlib.Path", "pathlib.Path.home": "pathlib.Path"},
        "classes": {
            "pathlib.PurePath": {
                "returns": {
                    "__truediv__": "pathlib.PurePath",
                    "__rtruediv__": "pathlib.PurePath",
                    "joinpath": "pathlib.PurePath",
                    "with_name": "pathlib.PurePath",
                    "with_stem": "pathlib.PurePath",
                    "with_suffix": "pathlib.PurePath",
                    "relative_to": "pathlib.PurePath",
                },
                "attributes": {"parent": "pathlib.PurePath"},
            },
            "pathlib.Path": {
                "bases": ("pathlib.PurePath",),
                "methods": {
                    "file": "open read_text read_bytes write_text write_bytes",
                    "stat": """exists is_file is_dir is_symlink is_mount is_socket is_fifo is_block_device
                        is_char_device stat lstat mkdir rmdir unlink rename replace touch chmod lchmod symlink_to
                        hardlink_to readlink resolve samefile owner group iterdir cwd""",
                },
                "returns": {
                    "__truediv__": "pathlib.Path",
                    "__rtruediv__": "pathlib.Path",
                    "joinpath": "pathlib.Path",
                    "with_name": "pathlib.Path",
                    "with_stem": "pathlib.Path",
                    "with_suffix": "pathlib.Path",
                    "relative_to": "pathlib.Path",
                    "absolute": "pathlib.Path",
                    "expanduser": "pathlib.Path",
                    "resolve": "pathlib.Path",
                    "readlink": "pathlib.Path",
                    "rename": "pathlib.Path",
                    "replace": "pathlib.Path",
                    "cwd": "pathlib.Path",
                    "home": "pathlib.Path",
                    "open": "io.TextIOWrapper",
                    "iterdir": "pathlib.Path.iterdir()",
                    "glob": "pathlib.Path.glob()",
                    "rglob": "pathlib.Path.glob()",
                    "walk": "pathlib.Path.walk()",
                },
                "attributes": {"parent": "pathlib.Path", "parents": "pathlib.Path.parents()"},
            },
            "pathlib.PosixPath": {"bases": ("pathlib.Path",)},
            "pathlib.WindowsPath": {"bases": ("pathlib.Path",)},
            "pathlib.Path.iterdir()": {"iterates": "pathlib.Path"},
            "pathlib.Path.glob()": {"iter": {"effect": "stat"}, "iterates": "pathlib.Path"},
            "pathlib.Path.walk()": {"iter": {"effect": "stat"}},
            "pathlib.Path.parents()": {
                "iterates": "pathlib.Path",
                "returns": {"__getitem__": "pathlib.Path"},
            },
        },
        "aliases": {"pathlib._local.Path": "pathlib.Path", "pathlib._local.PurePath": "pathlib.PurePath"},
    },
    {
        "name": "python",
        "roots": ("shutil", "tempfile", "glob", "fileinput", "filecmp", "linecache"),
        "source": "https://docs.python.org/3/library/filesys.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "file": """shutil.copy shutil.copy2 shutil.copyfile shutil.copyfileobj shutil.copytree shutil.move
                shutil.rmtree shutil.make_archive shutil.unpack_archive
                tempfile.TemporaryFile tempfile.NamedTemporaryFile tempfile.mkstemp
                fileinput.input filecmp.cmp filecmp.cmpfiles linecache.getline linecache.getlines""",
            "stat": """shutil.chown shutil.copymode shutil.copystat shutil.disk_usage shutil.which
                tempfile.mkdtemp tempfile.TemporaryDirectory tempfile.mktemp glob.glob""",
        },
        "unless": {"shutil.copyfileobj": "1=io.BytesIO 1=io.StringIO"},
        "returns": {
            "tempfile.TemporaryFile": "io.BufferedRandom",
            "tempfile.NamedTemporaryFile": "tempfile._TemporaryFileWrapper",
            "glob.iglob": "glob.iglob()",
        },
        "classes": {
            "tempfile._TemporaryFileWrapper": {"bases": ("io.BufferedRandom",)},
            "tempfile.SpooledTemporaryFile": {"methods": {"file": "rollover"}},
            "tempfile.TemporaryDirectory": {"methods": {"file": "cleanup"}},
            "glob.iglob()": {"iter": {"effect": "stat"}},
        },
    },
    {
        "name": "python",
        "roots": ("json", "pickle", "marshal", "plistlib", "tomllib", "configparser", "shelve", "dbm", "csv"),
        "source": "https://docs.python.org/3/library/persistence.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "file": """json.load json.dump pickle.load pickle.dump marshal.load marshal.dump plistlib.load
                plistlib.dump tomllib.load shelve.open dbm.open""",
        },
        "unless": {
            "json.load": "0=io.BytesIO 0=io.StringIO",
            "json.dump": "1=io.BytesIO 1=io.StringIO 1=django.http.HttpResponse",
            "pickle.load": "0=io.BytesIO",
            "pickle.dump": "1=io.BytesIO",
            "marshal.load": "0=io.BytesIO",
            "marshal.dump": "1=io.BytesIO",
            "plistlib.load": "0=io.BytesIO",
            "plistlib.dump": "1=io.BytesIO",
            "tomllib.load": "0=io.BytesIO",
        },
        "returns": {"shelve.open": "shelve.Shelf"},
        "classes": {
            "configparser.RawConfigParser": {
                "methods": {"file": "read write"},
                "unless": {"write": "0=io.StringIO"},
            },
            "configparser.ConfigParser": {"bases": ("configparser.RawConfigParser",)},
            "csv.writer": {},
            "csv.DictWriter": {"pure": "writeheader writerow writerows"},
            "shelve.Shelf": {"methods": {"file": "get sync close __getitem__ __setitem__ __delitem__"}},
        },
    },
    {
        "name": "python",
        "roots": ("importlib.resources", "pkgutil", "logging.config", "runpy", "wave", "mailbox"),
        "source": "https://docs.python.org/3/library/importlib.resources.html",
        "instead": "call it once when the module is imported, or in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "file": """importlib.resources.read_text importlib.resources.read_binary importlib.resources.open_text
                importlib.resources.open_binary pkgutil.get_data logging.config.fileConfig runpy.run_path
                runpy.run_module wave.open mailbox.mbox mailbox.Maildir""",
        },
        "unless": {"wave.open": "0=io.BytesIO"},
        "classes": {
            "mailbox.Mailbox": {
                "methods": {"file": "add remove discard get get_message keys items values flush clear"},
                "iter": {"effect": "file"},
            },
            "mailbox.mbox": {"bases": ("mailbox.Mailbox",)},
            "mailbox.Maildir": {"bases": ("mailbox.Mailbox",)},
        },
    },
    {
        "name": "python",
        "roots": ("importlib.metadata",),
        "source": "https://docs.python.org/3/library/importlib.metadata.html",
        "instead": "call it once when the module is imported, or in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "file": """importlib.metadata.version importlib.metadata.metadata importlib.metadata.requires
                importlib.metadata.files importlib.metadata.entry_points importlib.metadata.packages_distributions""",
        },
    },
    {
        "name": "python",
        "roots": ("gzip", "bz2", "lzma", "zipfile", "tarfile", "zlib"),
        "source": "https://docs.python.org/3/library/archiving.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": True,
        "calls": {
            "file": """gzip.open gzip.GzipFile bz2.open bz2.BZ2File lzma.open lzma.LZMAFile zipfile.ZipFile
                zipfile.PyZipFile zipfile.is_zipfile tarfile.open tarfile.is_tarfile tarfile.TarFile
                tarfile.TarFile.open""",
            "cpu": """zlib.compress zlib.decompress gzip.compress gzip.decompress bz2.compress bz2.decompress
                lzma.compress lzma.decompress""",
        },
        "unless": {
            "gzip.open": "0=io.BytesIO",
            "gzip.GzipFile": "3=io.BytesIO fileobj=io.BytesIO",
            "bz2.open": "0=io.BytesIO",
            "bz2.BZ2File": "0=io.BytesIO",
            "lzma.open": "0=io.BytesIO",
            "lzma.LZMAFile": "0=io.BytesIO",
            "zipfile.ZipFile": "0=io.BytesIO file=io.BytesIO",
            "zipfile.is_zipfile": "0=io.BytesIO",
            "tarfile.open": "2=io.BytesIO fileobj=io.BytesIO",
            "tarfile.is_tarfile": "0=io.BytesIO",
        },
        "returns": {
            "gzip.open": "gzip.GzipFile",
            "bz2.open": "bz2.BZ2File",
            "lzma.open": "lzma.LZMAFile",
            "tarfile.open": "tarfile.TarFile",
            "tarfile.TarFile.open": "tarfile.TarFile",
        },
        "classes": {
            "gzip.GzipFile": {
                "methods": {"file": "read read1 readline readlines write writelines flush"},
                "iter": {"effect": "file"},
            },
            "bz2.BZ2File": {
                "methods": {"file": "read read1 readline readlines write writelines"},
                "iter": {"effect": "file"},
            },
            "lzma.LZMAFile": {
                "methods": {"file": "read read1 readline write writelines"},
                "iter": {"effect": "file"},
            },
            "zipfile.ZipFile": {
                "methods": {"file": "extract extractall write"},
                "returns": {"open": "zipfile.ZipExtFile"},
            },
            "zipfile.ZipExtFile": {},
            "tarfile.TarFile": {
                "methods": {"file": "add addfile extract extractall getmembers getnames getmember"},
                "returns": {"extractfile": "tarfile.ExFileObject"},
            },
            "tarfile.ExFileObject": {"methods": {"file": "read readline readlines"}},
            "gzip.GzipFile()": {"methods": {"cpu": "read read1 readline readlines write writelines"}},
            "bz2.BZ2File()": {"methods": {"cpu": "read read1 readline readlines write writelines"}},
            "lzma.LZMAFile()": {"methods": {"cpu": "read read1 readline write writelines"}},
            "tarfile.TarFile()": {"methods": {"file": "add extract extractall"}},
        },
    },
    {
        "name": "python",
        "roots": ("xml",),
        "source": "https://docs.python.org/3/library/xml.html",
        "instead": "parse it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "file": "xml.etree.ElementTree.parse xml.dom.minidom.parse xml.dom.pulldom.parse xml.sax.parse",
        },
        "unless": {
            "xml.etree.ElementTree.parse": "0=io.BytesIO 0=io.StringIO",
            "xml.dom.minidom.parse": "0=io.BytesIO 0=io.StringIO",
            "xml.sax.parse": "0=io.BytesIO 0=io.StringIO",
        },
        "returns": {
            "xml.etree.ElementTree.parse": "xml.etree.ElementTree.ElementTree",
            "xml.etree.ElementTree.iterparse": "xml.etree.ElementTree.iterparse()",
        },
        "classes": {
            "xml.etree.ElementTree.ElementTree": {
                "methods": {"file": "write parse"},
                "unless": {"write": "0=io.BytesIO 0=io.StringIO", "parse": "0=io.BytesIO 0=io.StringIO"},
            },
            "xml.etree.ElementTree.iterparse()": {"iter": {"effect": "file"}},
        },
    },
    {
        "name": "python",
        "roots": ("logging",),
        "source": "https://docs.python.org/3/howto/logging-cookbook.html#dealing-with-handlers-that-block",
        "instead": "write logs through a `logging.handlers.QueueHandler`",
        "pure": """logging.getLogger logging.debug logging.info logging.warning logging.error logging.exception
            logging.critical logging.log logging.getLevelName logging.addLevelName logging.disable""",
        "returns": {"logging.getLogger": "logging.Logger"},
        "classes": {
            "logging.Logger": {
                "pure": """debug info warning error exception critical log setLevel isEnabledFor getEffectiveLevel
                    addHandler removeHandler addFilter removeFilter hasHandlers getChild makeRecord handle""",
                "returns": {"getChild": "logging.Logger"},
            },
            "logging.LoggerAdapter": {
                "bases": ("logging.Logger",),
                "pure": "process",
                "attributes": {"logger": "logging.Logger"},
            },
        },
    },
)

IN_MEMORY: dict[str, str] = {
    "gzip.open": "gzip.GzipFile()",
    "gzip.GzipFile": "gzip.GzipFile()",
    "bz2.open": "bz2.BZ2File()",
    "bz2.BZ2File": "bz2.BZ2File()",
    "lzma.open": "lzma.LZMAFile()",
    "lzma.LZMAFile": "lzma.LZMAFile()",
    "tarfile.open": "tarfile.TarFile()",
}
"""Call that opens a file -> class of what it gives for one in memory, which only costs time to pack and unpack.
Source: https://docs.python.org/3/library/archiving.html"""
