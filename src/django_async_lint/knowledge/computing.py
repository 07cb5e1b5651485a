"""Work spread over machines, tracking of experiments, training and serving of models, beside what is in `science`. Literal tables only."""

LIBRARIES = (
    {
        "name": "ray",
        "roots": ("ray",),
        "source": "https://docs.ray.io/en/latest/ray-core/api/core.html",
        "instead": "await the reference: `await reference`",
        "calls": {
            "wait": "ray.get ray.wait",
            "socket": "ray.init",
        },
        "advice": {"ray.init": "keep one that was made when the process started"},
        "pure": "ray.remote",
        "unless": {"ray.wait": "timeout=0"},
    },
    {
        "name": "dask",
        "roots": ("dask",),
        "source": "https://docs.dask.org/en/stable/api.html",
        "older": "dask.delayed.Delayed dask.delayed.Delayed.__call__",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "cpu": "dask.compute dask.persist",
            "file": "dask.dataframe.read_parquet",
        },
        "returns": {
            "dask.dataframe.read_csv": "dask.dataframe.DataFrame",
            "dask.dataframe.read_parquet": "dask.dataframe.DataFrame",
            "dask.dataframe.from_pandas": "dask.dataframe.DataFrame",
            "dask.array.from_array": "dask.array.Array",
            "dask.delayed": "dask.delayed.Delayed",
        },
        "constant_ok": False,
        "classes": {
            "dask.base.DaskMethodsMixin": {
                "methods": {"cpu": "compute persist"},
            },
            "dask.delayed.Delayed": {
                "bases": ("dask.base.DaskMethodsMixin",),
                "returns": {"__call__": "dask.delayed.Delayed"},
            },
            "dask.array.Array": {
                "bases": ("dask.base.DaskMethodsMixin",),
                "methods": {"file": "to_zarr"},
                "returns": {
                    "sum": "dask.array.Array",
                    "mean": "dask.array.Array",
                },
            },
            "dask.dataframe.DataFrame": {
                "bases": ("dask.base.DaskMethodsMixin",),
                "methods": {
                    "cpu": "head",
                    "file": "to_csv to_parquet",
                },
                "returns": {
                    "groupby": "dask.dataframe.DataFrame",
                    "sum": "dask.dataframe.DataFrame",
                    "mean": "dask.dataframe.DataFrame",
                    "count": "dask.dataframe.DataFrame",
                    "merge": "dask.dataframe.DataFrame",
                    "__getitem__": "dask.dataframe.DataFrame",
                },
            },
        },
    },
    {
        "name": "pyspark",
        "roots": ("pyspark",),
        "source": "https://spark.apache.org/docs/latest/api/python/reference/pyspark.sql/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "pyspark.sql.SparkSession.builder.getOrCreate"},
        "returns": {"pyspark.sql.SparkSession.builder.getOrCreate": "pyspark.sql.SparkSession"},
        "classes": {
            "pyspark.sql.SparkSession": {
                "pure": "builder.appName",
                "returns": {
                    "sql": "pyspark.sql.DataFrame",
                    "table": "pyspark.sql.DataFrame",
                    "createDataFrame": "pyspark.sql.DataFrame",
                    "read.csv": "pyspark.sql.DataFrame",
                    "read.parquet": "pyspark.sql.DataFrame",
                    "read.json": "pyspark.sql.DataFrame",
                    "read.table": "pyspark.sql.DataFrame",
                    "read.load": "pyspark.sql.DataFrame",
                },
            },
            "pyspark.sql.DataFrame": {
                "methods": {
                    "socket": """collect count first head take show toPandas write.csv write.parquet write.json
                        write.saveAsTable write.save foreach isEmpty""",
                },
                "returns": {
                    "select": "pyspark.sql.DataFrame",
                    "filter": "pyspark.sql.DataFrame",
                    "where": "pyspark.sql.DataFrame",
                    "limit": "pyspark.sql.DataFrame",
                    "join": "pyspark.sql.DataFrame",
                    "withColumn": "pyspark.sql.DataFrame",
                    "orderBy": "pyspark.sql.DataFrame",
                    "distinct": "pyspark.sql.DataFrame",
                },
            },
        },
        "aliases": {
            "pyspark.sql.session.SparkSession": "pyspark.sql.SparkSession",
            "pyspark.sql.dataframe.DataFrame": "pyspark.sql.DataFrame",
        },
    },
    {
        "name": "mlflow",
        "roots": ("mlflow",),
        "source": "https://mlflow.org/docs/latest/python_api/index.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "http": """mlflow.log_metric mlflow.log_metrics mlflow.log_param mlflow.log_params mlflow.log_artifact
                mlflow.log_artifacts mlflow.log_text mlflow.set_tag mlflow.set_tags mlflow.start_run mlflow.end_run
                mlflow.set_experiment mlflow.create_experiment mlflow.search_runs mlflow.get_run
                mlflow.register_model mlflow.log_dict mlflow.log_figure mlflow.get_experiment_by_name""",
            "file": """mlflow.pyfunc.load_model mlflow.sklearn.load_model mlflow.sklearn.log_model
                mlflow.artifacts.download_artifacts""",
        },
        "returns": {"mlflow.pyfunc.load_model": "mlflow.pyfunc.PyFuncModel"},
        "classes": {
            "mlflow.pyfunc.PyFuncModel": {
                "methods": {"cpu": "predict"},
            },
            "mlflow.MlflowClient": {
                "methods": {
                    "http": """log_metric log_param log_artifact create_run get_run search_runs get_experiment
                        get_experiment_by_name create_experiment set_tag set_terminated get_latest_versions
                        get_model_version create_model_version search_model_versions""",
                },
            },
        },
        "aliases": {
            "mlflow.tracking.MlflowClient": "mlflow.MlflowClient",
            "mlflow.client.MlflowClient": "mlflow.MlflowClient",
        },
    },
    {
        "name": "wandb",
        "roots": ("wandb",),
        "source": "https://docs.wandb.ai/ref/python/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"http": "wandb.init wandb.login wandb.finish"},
        "returns": {
            "wandb.init": "wandb.Run",
            "wandb.Api": "wandb.apis.public.Api",
        },
        "classes": {
            "wandb.Run": {
                "methods": {
                    "http": "finish log_artifact use_artifact link_artifact use_model log_model",
                },
                "pure": "log define_metric",
            },
            "wandb.apis.public.Api": {
                "methods": {"http": "run runs artifact project sweep"},
            },
        },
        "aliases": {"wandb.sdk.wandb_run.Run": "wandb.Run"},
    },
    {
        "name": "datasets",
        "roots": ("datasets",),
        "source": "https://huggingface.co/docs/datasets/package_reference/loading_methods",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "http": "datasets.load_dataset datasets.load_dataset_builder",
            "file": """datasets.load_from_disk datasets.Dataset.from_csv datasets.Dataset.from_json
                datasets.Dataset.from_parquet""",
        },
        "returns": {
            "datasets.load_from_disk": "datasets.Dataset",
            "datasets.Dataset.from_csv": "datasets.Dataset",
        },
        "classes": {
            "datasets.Dataset": {
                "methods": {
                    "cpu": "map filter sort shuffle",
                    "http": "push_to_hub",
                    "file": "save_to_disk to_csv to_json to_parquet",
                },
            },
        },
    },
    {
        "name": "catboost",
        "roots": ("catboost",),
        "source": "https://catboost.ai/docs/en/concepts/python-quickstart",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "catboost.CatBoost": {
                "methods": {
                    "cpu": "fit predict get_feature_importance staged_predict",
                    "file": "load_model save_model",
                },
            },
            "catboost.CatBoostClassifier": {
                "bases": ("catboost.CatBoost",),
                "methods": {"cpu": "predict_proba"},
            },
            "catboost.CatBoostRegressor": {
                "bases": ("catboost.CatBoost",),
            },
        },
    },
    {
        "name": "prophet",
        "roots": ("prophet",),
        "source": "https://facebook.github.io/prophet/docs/quick_start.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"cpu": "prophet.diagnostics.cross_validation"},
        "classes": {
            "prophet.Prophet": {
                "methods": {"cpu": "fit predict predictive_samples"},
                "pure": "add_seasonality add_regressor add_country_holidays",
            },
        },
        "aliases": {"prophet.forecaster.Prophet": "prophet.Prophet"},
    },
    {
        "name": "tritonclient",
        "roots": ("tritonclient",),
        "source": "https://docs.nvidia.com/deeplearning/triton-inference-server/user-guide/docs/client/README.html",
        "instead": "use `tritonclient.http.aio`",
        "classes": {
            "tritonclient.http.InferenceServerClient": {
                "methods": {
                    "http": """infer is_server_live is_server_ready is_model_ready get_model_metadata get_model_config
                        load_model unload_model""",
                },
                "returns": {"async_infer": "tritonclient.http.InferAsyncRequest"},
            },
            "tritonclient.http.InferAsyncRequest": {
                "methods": {"wait": "get_result"},
            },
            "tritonclient.http.aio.InferenceServerClient": {
                "async": True,
                "coroutines": """infer is_server_live is_server_ready is_model_ready get_model_metadata get_model_config
                    load_model unload_model close""",
            },
        },
    },
    {
        "name": "ctranslate2",
        "roots": ("ctranslate2",),
        "source": "https://opennmt.net/CTranslate2/python/overview.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "ctranslate2.Translator ctranslate2.Generator"},
        "classes": {
            "ctranslate2.Translator": {
                "methods": {"cpu": "translate_batch score_batch"},
            },
            "ctranslate2.Generator": {
                "methods": {"cpu": "generate_batch score_batch"},
            },
        },
    },
    {
        "name": "vllm",
        "roots": ("vllm",),
        "source": "https://docs.vllm.ai/en/latest/api/",
        "instead": "use `vllm.AsyncLLMEngine`",
        "calls": {"file": "vllm.LLM"},
        "classes": {
            "vllm.LLM": {
                "methods": {"cpu": "generate chat embed encode classify score beam_search"},
            },
        },
    },
    {
        "name": "diffusers",
        "roots": ("diffusers",),
        "source": "https://huggingface.co/docs/diffusers/api/pipelines/overview",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "file": "diffusers.DiffusionPipeline.from_pretrained diffusers.StableDiffusionPipeline.from_pretrained",
        },
        "returns": {
            "diffusers.DiffusionPipeline.from_pretrained": "diffusers.DiffusionPipeline",
            "diffusers.StableDiffusionPipeline.from_pretrained": "diffusers.DiffusionPipeline",
        },
        "classes": {
            "diffusers.DiffusionPipeline": {
                "methods": {
                    "cpu": "__call__",
                    "file": "save_pretrained load_lora_weights",
                },
                "returns": {"to": "diffusers.DiffusionPipeline"},
            },
            "diffusers.StableDiffusionPipeline": {
                "bases": ("diffusers.DiffusionPipeline",),
            },
        },
    },
    {
        "name": "statsmodels",
        "roots": ("statsmodels",),
        "source": "https://www.statsmodels.org/stable/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "statsmodels.api.OLS": {
                "methods": {"cpu": "fit fit_regularized"},
            },
            "statsmodels.api.Logit": {
                "methods": {"cpu": "fit fit_regularized"},
            },
            "statsmodels.api.GLM": {
                "methods": {"cpu": "fit fit_regularized"},
            },
            "statsmodels.tsa.arima.model.ARIMA": {
                "methods": {"cpu": "fit"},
            },
        },
        "aliases": {
            "statsmodels.regression.linear_model.OLS": "statsmodels.api.OLS",
            "statsmodels.tsa.api.ARIMA": "statsmodels.tsa.arima.model.ARIMA",
        },
    },
)
