"""Arrays, data frames, machine learning and language processing. Literal tables only.

Reading a frame is `cpu` even when it comes from a path: parsing outweighs the disk, and the way out is the same.
"""

LIBRARIES = (
    {
        "name": "numpy",
        "roots": ("numpy",),
        "source": "https://numpy.org/doc/stable/reference/routines.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": True,
        "calls": {
            "file": """numpy.load numpy.save numpy.savez numpy.savez_compressed numpy.loadtxt numpy.savetxt
                numpy.genfromtxt numpy.fromfile""",
            "cpu": """numpy.linalg.svd numpy.linalg.eig numpy.linalg.eigh numpy.linalg.pinv
                numpy.linalg.lstsq numpy.fft.fft2""",
        },
        "unless": {
            "numpy.load": "0=io.BytesIO",
            "numpy.save": "0=io.BytesIO",
            "numpy.loadtxt": "0=io.StringIO 0=io.BytesIO",
            "numpy.genfromtxt": "0=io.StringIO 0=io.BytesIO",
        },
    },
    {
        "name": "pandas",
        "roots": ("pandas",),
        "source": "https://pandas.pydata.org/docs/reference/io.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {
            "cpu": """pandas.read_csv pandas.read_table pandas.read_fwf pandas.read_excel pandas.read_json
                pandas.read_html pandas.read_xml pandas.read_parquet pandas.read_feather pandas.read_orc
                pandas.read_hdf pandas.read_stata pandas.read_sas pandas.read_spss pandas.read_pickle
                pandas.ExcelFile""",
            "socket": "pandas.read_sql pandas.read_sql_query pandas.read_sql_table",
        },
        "returns": {
            "pandas.read_csv": "pandas.DataFrame",
            "pandas.read_table": "pandas.DataFrame",
            "pandas.read_excel": "pandas.DataFrame",
            "pandas.read_json": "pandas.DataFrame",
            "pandas.read_parquet": "pandas.DataFrame",
            "pandas.read_feather": "pandas.DataFrame",
            "pandas.read_sql": "pandas.DataFrame",
            "pandas.read_sql_query": "pandas.DataFrame",
            "pandas.concat": "pandas.DataFrame",
            "pandas.merge": "pandas.DataFrame",
            "pandas.pivot_table": "pandas.DataFrame",
            "pandas.json_normalize": "pandas.DataFrame",
            "pandas.DataFrame.from_records": "pandas.DataFrame",
            "pandas.DataFrame.from_dict": "pandas.DataFrame",
        },
        "classes": {
            "pandas.DataFrame": {
                "methods": {
                    "cpu": """to_csv to_excel to_json to_html to_parquet to_feather to_pickle to_stata to_xml
                        to_markdown apply""",
                    "socket": "to_sql",
                },
                "returns": {
                    "merge": "pandas.DataFrame",
                    "join": "pandas.DataFrame",
                    "pivot": "pandas.DataFrame",
                    "pivot_table": "pandas.DataFrame",
                    "sort_values": "pandas.DataFrame",
                    "drop_duplicates": "pandas.DataFrame",
                    "drop": "pandas.DataFrame",
                    "rename": "pandas.DataFrame",
                    "fillna": "pandas.DataFrame",
                    "dropna": "pandas.DataFrame",
                    "reset_index": "pandas.DataFrame",
                    "set_index": "pandas.DataFrame",
                    "head": "pandas.DataFrame",
                    "copy": "pandas.DataFrame",
                    "astype": "pandas.DataFrame",
                    "describe": "pandas.DataFrame",
                },
            },
        },
        "aliases": {
            "pandas.core.frame.DataFrame": "pandas.DataFrame",
        },
    },
    {
        "name": "polars",
        "roots": ("polars",),
        "source": "https://docs.pola.rs/api/python/stable/reference/index.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "advice": {"polars.LazyFrame.collect": "use `await frame.collect_async()`"},
        "calls": {
            "cpu": """polars.read_csv polars.read_excel polars.read_json polars.read_ndjson polars.read_parquet
                polars.read_ipc polars.read_avro""",
            "socket": "polars.read_database polars.read_database_uri",
        },
        "returns": {
            "polars.read_csv": "polars.DataFrame",
            "polars.read_parquet": "polars.DataFrame",
            "polars.read_json": "polars.DataFrame",
            "polars.read_excel": "polars.DataFrame",
            "polars.scan_csv": "polars.LazyFrame",
            "polars.scan_parquet": "polars.LazyFrame",
            "polars.scan_ndjson": "polars.LazyFrame",
        },
        "classes": {
            "polars.DataFrame": {
                "methods": {
                    "cpu": "write_csv write_excel write_json write_parquet write_ipc",
                    "socket": "write_database",
                },
                "returns": {
                    "lazy": "polars.LazyFrame",
                    "join": "polars.DataFrame",
                    "sort": "polars.DataFrame",
                    "filter": "polars.DataFrame",
                    "select": "polars.DataFrame",
                    "with_columns": "polars.DataFrame",
                },
            },
            "polars.LazyFrame": {
                "methods": {"cpu": "collect sink_parquet sink_csv"},
                "returns": {
                    "filter": "polars.LazyFrame",
                    "select": "polars.LazyFrame",
                    "with_columns": "polars.LazyFrame",
                    "join": "polars.LazyFrame",
                    "sort": "polars.LazyFrame",
                    "collect": "polars.DataFrame",
                },
                "awaitables": "collect_async",
            },
        },
        "aliases": {
            "polars.dataframe.frame.DataFrame": "polars.DataFrame",
            "polars.lazyframe.frame.LazyFrame": "polars.LazyFrame",
        },
    },
    {
        "name": "pyarrow",
        "roots": ("pyarrow",),
        "source": "https://arrow.apache.org/docs/python/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {
            "file": """pyarrow.parquet.read_table pyarrow.parquet.write_table pyarrow.csv.read_csv pyarrow.csv.write_csv
                pyarrow.feather.read_feather pyarrow.feather.write_feather pyarrow.json.read_json
                pyarrow.parquet.read_metadata pyarrow.parquet.read_schema""",
        },
        "unless": {"pyarrow.parquet.read_table": "0=io.BytesIO", "pyarrow.csv.read_csv": "0=io.BytesIO"},
        "returns": {"pyarrow.parquet.read_table": "pyarrow.Table", "pyarrow.csv.read_csv": "pyarrow.Table"},
        "classes": {
            "pyarrow.Table": {
                "methods": {"cpu": "to_pandas to_pylist to_pydict"},
                "returns": {"to_pandas": "pandas.DataFrame"},
            },
        },
        "aliases": {"pyarrow.lib.Table": "pyarrow.Table"},
    },
    {
        "name": "scipy",
        "roots": ("scipy",),
        "source": "https://docs.scipy.org/doc/scipy/reference/index.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": True,
        "calls": {
            "cpu": """scipy.optimize.minimize scipy.optimize.differential_evolution scipy.optimize.curve_fit
                scipy.optimize.linprog scipy.optimize.least_squares scipy.optimize.milp scipy.integrate.quad
                scipy.integrate.solve_ivp scipy.spatial.distance.cdist scipy.spatial.distance.pdist
                scipy.cluster.hierarchy.linkage scipy.linalg.svd scipy.signal.fftconvolve""",
            "file": "scipy.io.wavfile.read scipy.io.wavfile.write scipy.io.loadmat scipy.io.savemat",
        },
        "unless": {"scipy.io.wavfile.read": "0=io.BytesIO", "scipy.io.wavfile.write": "0=io.BytesIO"},
    },
    {
        "name": "matplotlib",
        "roots": ("matplotlib",),
        "source": "https://matplotlib.org/stable/api/index.html",
        "instead": "run it in a process of its own, or in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "matplotlib.pyplot.savefig matplotlib.pyplot.tight_layout matplotlib.pyplot.show"},
        "returns": {
            "matplotlib.pyplot.figure": "matplotlib.figure.Figure",
            "matplotlib.pyplot.gcf": "matplotlib.figure.Figure",
        },
        "classes": {"matplotlib.figure.Figure": {"methods": {"cpu": "savefig tight_layout"}}},
    },
    {
        "name": "plotly",
        "roots": ("plotly",),
        "source": "https://plotly.com/python-api-reference/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"subprocess": "plotly.io.to_image plotly.io.write_image"},
        "classes": {"plotly.graph_objects.Figure": {"methods": {"subprocess": "to_image write_image"}}},
        "aliases": {"plotly.graph_objs.Figure": "plotly.graph_objects.Figure"},
    },
    {
        "name": "networkx",
        "roots": ("networkx",),
        "source": "https://networkx.org/documentation/stable/reference/index.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": True,
        "calls": {
            "cpu": """networkx.pagerank networkx.betweenness_centrality networkx.closeness_centrality
                networkx.all_pairs_shortest_path_length networkx.spring_layout networkx.minimum_spanning_tree
                networkx.max_weight_matching networkx.simple_cycles""",
        },
    },
    {
        "name": "scikit-learn",
        "roots": ("sklearn",),
        "source": "https://scikit-learn.org/stable/api/index.html",
        "instead": "run it in a process of its own, or in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {
            "cpu": """sklearn.metrics.pairwise.cosine_similarity sklearn.metrics.pairwise_distances
                sklearn.model_selection.cross_val_score sklearn.model_selection.cross_validate""",
        },
        "classes": {
            "sklearn.pipeline.Pipeline": {
                "methods": {
                    "cpu": """fit predict predict_proba fit_predict fit_transform transform
                        decision_function score"""
                },
            },
            "sklearn.model_selection.GridSearchCV": {
                "methods": {"cpu": "fit predict predict_proba transform score"},
            },
            "sklearn.model_selection.RandomizedSearchCV": {
                "methods": {"cpu": "fit predict predict_proba transform score"},
            },
            "sklearn.cluster.KMeans": {
                "methods": {"cpu": "fit predict fit_predict fit_transform transform score"},
            },
            "sklearn.cluster.DBSCAN": {"methods": {"cpu": "fit fit_predict"}},
            "sklearn.cluster.AgglomerativeClustering": {"methods": {"cpu": "fit fit_predict"}},
            "sklearn.decomposition.PCA": {
                "methods": {"cpu": "fit fit_transform transform inverse_transform"},
            },
            "sklearn.decomposition.TruncatedSVD": {"methods": {"cpu": "fit fit_transform transform"}},
            "sklearn.decomposition.LatentDirichletAllocation": {
                "methods": {"cpu": "fit fit_transform transform"},
            },
            "sklearn.manifold.TSNE": {"methods": {"cpu": "fit fit_transform"}},
            "sklearn.feature_extraction.text.TfidfVectorizer": {
                "methods": {"cpu": "fit fit_transform transform"},
            },
            "sklearn.feature_extraction.text.CountVectorizer": {
                "methods": {"cpu": "fit fit_transform transform"},
            },
            "sklearn.neighbors.NearestNeighbors": {"methods": {"cpu": "fit kneighbors radius_neighbors"}},
            "sklearn.neighbors.KNeighborsClassifier": {
                "methods": {"cpu": "fit predict predict_proba kneighbors score"},
            },
            "sklearn.ensemble.RandomForestClassifier": {
                "methods": {"cpu": "fit predict predict_proba score"},
            },
            "sklearn.ensemble.RandomForestRegressor": {"methods": {"cpu": "fit predict score"}},
            "sklearn.ensemble.GradientBoostingClassifier": {
                "methods": {"cpu": "fit predict predict_proba score"},
            },
            "sklearn.ensemble.IsolationForest": {
                "methods": {"cpu": "fit predict fit_predict decision_function"},
            },
            "sklearn.linear_model.LogisticRegression": {
                "methods": {"cpu": "fit predict predict_proba score"},
            },
            "sklearn.linear_model.LinearRegression": {"methods": {"cpu": "fit predict score"}},
            "sklearn.naive_bayes.MultinomialNB": {
                "methods": {"cpu": "fit predict predict_proba partial_fit"},
            },
            "sklearn.svm.SVC": {"methods": {"cpu": "fit predict predict_proba decision_function score"}},
            "sklearn.tree.DecisionTreeClassifier": {"methods": {"cpu": "fit predict predict_proba score"}},
        },
    },
    {
        "name": "joblib",
        "roots": ("joblib",),
        "source": "https://joblib.readthedocs.io/en/stable/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"file": "joblib.load joblib.dump", "cpu": "joblib.hash"},
        "classes": {"joblib.Parallel": {"methods": {"wait": "__call__"}}},
        "aliases": {"joblib.parallel.Parallel": "joblib.Parallel"},
    },
    {
        "name": "xgboost",
        "roots": ("xgboost",),
        "source": "https://xgboost.readthedocs.io/en/stable/python/python_api.html",
        "instead": "run it in a process of its own, or in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "xgboost.train xgboost.cv"},
        "returns": {"xgboost.train": "xgboost.Booster"},
        "classes": {
            "xgboost.Booster": {"methods": {"cpu": "predict inplace_predict update", "file": "load_model save_model"}},
            "xgboost.XGBClassifier": {"methods": {"cpu": "fit predict predict_proba", "file": "load_model save_model"}},
            "xgboost.XGBRegressor": {"methods": {"cpu": "fit predict", "file": "load_model save_model"}},
        },
        "aliases": {"xgboost.core.Booster": "xgboost.Booster"},
    },
    {
        "name": "lightgbm",
        "roots": ("lightgbm",),
        "source": "https://lightgbm.readthedocs.io/en/stable/Python-API.html",
        "instead": "run it in a process of its own, or in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "lightgbm.train lightgbm.cv"},
        "returns": {"lightgbm.train": "lightgbm.Booster"},
        "classes": {
            "lightgbm.Booster": {"methods": {"cpu": "predict", "file": "save_model"}},
            "lightgbm.LGBMClassifier": {"methods": {"cpu": "fit predict predict_proba"}},
            "lightgbm.LGBMRegressor": {"methods": {"cpu": "fit predict"}},
        },
    },
    {
        "name": "onnxruntime",
        "roots": ("onnxruntime",),
        "source": "https://onnxruntime.ai/docs/api/python/api_summary.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"file": "onnxruntime.InferenceSession"},
        "classes": {"onnxruntime.InferenceSession": {"methods": {"cpu": "run run_with_iobinding"}}},
    },
    {
        "name": "torch",
        "roots": ("torch",),
        "source": "https://docs.pytorch.org/docs/stable/torch.html",
        "instead": "run it in a process of its own, or in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {
            "file": "torch.load torch.save torch.jit.load torch.jit.save torch.hub.load",
            "cpu": "torch.matmul torch.nn.functional.cosine_similarity torch.cdist torch.topk",
        },
        "unless": {"torch.load": "0=io.BytesIO", "torch.save": "1=io.BytesIO"},
        "returns": {
            "torch.load": "torch.nn.Module",
            "torch.jit.load": "torch.nn.Module",
            "torch.hub.load": "torch.nn.Module",
        },
        "classes": {
            "torch.nn.Module": {
                "methods": {"cpu": "__call__ forward"},
                "returns": {
                    "to": "torch.nn.Module",
                    "eval": "torch.nn.Module",
                    "cuda": "torch.nn.Module",
                    "cpu": "torch.nn.Module",
                },
            },
        },
        "aliases": {"torch.nn.modules.module.Module": "torch.nn.Module"},
    },
    {
        "name": "tensorflow",
        "roots": ("tensorflow", "keras"),
        "source": "https://www.tensorflow.org/api_docs/python/tf/keras/Model",
        "instead": "run it in a process of its own, or in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"file": "keras.models.load_model keras.utils.load_img tensorflow.saved_model.load"},
        "returns": {"keras.models.load_model": "keras.Model"},
        "classes": {
            "keras.Model": {
                "methods": {
                    "cpu": "predict predict_on_batch fit evaluate train_on_batch __call__",
                    "file": "save save_weights load_weights",
                },
            },
            "keras.Sequential": {"bases": ("keras.Model",)},
        },
        "aliases": {
            "tensorflow.keras": "keras",
            "keras.models.Model": "keras.Model",
            "keras.models.Sequential": "keras.Sequential",
        },
    },
    {
        "name": "spacy",
        "roots": ("spacy",),
        "source": "https://spacy.io/api/language",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"file": "spacy.load", "http": "spacy.cli.download"},
        "returns": {"spacy.load": "spacy.language.Language", "spacy.blank": "spacy.language.Language"},
        "classes": {
            "spacy.language.Language": {
                "methods": {"cpu": "__call__", "file": "from_disk to_disk"},
                "returns": {"pipe": "spacy.language.Language.pipe()"},
            },
            "spacy.language.Language.pipe()": {"iter": {"effect": "cpu"}},
        },
        "aliases": {"spacy.Language": "spacy.language.Language"},
    },
    {
        "name": "nltk",
        "roots": ("nltk",),
        "source": "https://www.nltk.org/api/nltk.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": True,
        "calls": {
            "http": "nltk.download",
            "cpu": "nltk.pos_tag nltk.ne_chunk",
            "file": "nltk.data.load nltk.data.find",
        },
        "aliases": {"nltk.tag.pos_tag": "nltk.pos_tag"},
    },
    {
        "name": "langdetect",
        "roots": ("langdetect",),
        "source": "https://github.com/Mimino666/langdetect",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": True,
        "calls": {
            "cpu": "langdetect.detect langdetect.detect_langs",
            "file": "langdetect.detector_factory.init_factory",
        },
        "aliases": {"langdetect.detector_factory.detect": "langdetect.detect"},
    },
    {
        "name": "gensim",
        "roots": ("gensim",),
        "source": "https://radimrehurek.com/gensim/apiref.html",
        "instead": "run it in a process of its own, or in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"file": "gensim.downloader.load"},
        "classes": {
            "gensim.models.Word2Vec": {
                "methods": {"cpu": "train build_vocab", "file": "load save"},
                "attributes": {"wv": "gensim.models.KeyedVectors"},
                "returns": {"load": "gensim.models.Word2Vec"},
            },
            "gensim.models.KeyedVectors": {
                "methods": {"cpu": "most_similar wmdistance", "file": "load load_word2vec_format save"},
                "returns": {
                    "load": "gensim.models.KeyedVectors",
                    "load_word2vec_format": "gensim.models.KeyedVectors",
                },
            },
            "gensim.models.LdaModel": {
                "methods": {"cpu": "update inference", "file": "load save"},
                "returns": {"load": "gensim.models.LdaModel"},
            },
        },
    },
    {
        "name": "textblob",
        "roots": ("textblob",),
        "source": "https://textblob.readthedocs.io/en/dev/api_reference.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": True,
        "classes": {
            "textblob.TextBlob": {
                "methods": {"cpu": "correct classify"},
                "reads": {"cpu": "sentiment polarity noun_phrases tags"},
            }
        },
        "aliases": {"textblob.blob.TextBlob": "textblob.TextBlob"},
    },
    {
        "name": "rapidfuzz",
        "roots": ("rapidfuzz", "thefuzz", "fuzzywuzzy"),
        "source": "https://rapidfuzz.github.io/RapidFuzz/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": True,
        "calls": {"cpu": "rapidfuzz.process.cdist rapidfuzz.process.extract rapidfuzz.process.extractOne"},
    },
    {
        "name": "librosa",
        "roots": ("librosa",),
        "source": "https://librosa.org/doc/latest/index.html",
        "instead": "run it in a process of its own, or in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {
            "cpu": """librosa.load librosa.resample librosa.stft librosa.feature.mfcc
                librosa.feature.melspectrogram librosa.beat.beat_track""",
        },
    },
    {
        "name": "shap",
        "roots": ("shap",),
        "source": "https://shap.readthedocs.io/en/latest/api.html",
        "instead": "run it in a process of its own, or in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "classes": {
            "shap.TreeExplainer": {"methods": {"cpu": "shap_values __call__"}},
            "shap.KernelExplainer": {"methods": {"cpu": "shap_values"}},
        },
    },
    {
        "name": "ultralytics",
        "roots": ("ultralytics",),
        "source": "https://docs.ultralytics.com/reference/engine/model/",
        "instead": "run it in a process of its own, or in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"file": "ultralytics.YOLO"},
        "classes": {"ultralytics.YOLO": {"methods": {"cpu": "__call__ predict track train val export"}}},
    },
    {
        "name": "face-recognition",
        "roots": ("face_recognition",),
        "source": "https://face-recognition.readthedocs.io/en/latest/face_recognition.html",
        "instead": "run it in a process of its own, or in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {
            "file": "face_recognition.load_image_file",
            "cpu": "face_recognition.face_locations face_recognition.face_encodings face_recognition.face_landmarks",
        },
    },
    {
        "name": "ortools",
        "roots": ("ortools",),
        "source": "https://developers.google.com/optimization/reference/python/sat/python/cp_model",
        "instead": "run it in a process of its own, or in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "classes": {
            "ortools.sat.python.cp_model.CpSolver": {"methods": {"cpu": "solve Solve"}},
            "ortools.linear_solver.pywraplp.Solver": {"methods": {"cpu": "Solve"}},
        },
        "returns": {"ortools.linear_solver.pywraplp.Solver.CreateSolver": "ortools.linear_solver.pywraplp.Solver"},
    },
)
