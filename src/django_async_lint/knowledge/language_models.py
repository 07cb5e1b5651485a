"""Language models, embeddings, and the frameworks around them. Literal tables only.

`sdk` is a call over the network; `cpu` a model that runs in this process.
"""

LIBRARIES = (
    {
        "name": "openai",
        "roots": ("openai",),
        "source": "https://github.com/openai/openai-python",
        "instead": "use `openai.AsyncOpenAI`",
        "calls": {
            "sdk": """openai.chat.completions.create openai.completions.create openai.embeddings.create
                openai.images.generate openai.images.edit openai.audio.transcriptions.create
                openai.audio.translations.create openai.audio.speech.create openai.moderations.create
                openai.files.create openai.files.list openai.models.list openai.responses.create""",
        },
        "classes": {
            "openai.OpenAI": {
                "methods": {
                    "sdk": """chat.completions.create chat.completions.parse chat.completions.list
                        beta.chat.completions.* beta.assistants.* beta.threads.* beta.threads.*.*
                        completions.create embeddings.create moderations.create
                        images.generate images.edit images.create_variation
                        audio.transcriptions.create audio.translations.create audio.speech.create
                        responses.create responses.parse responses.retrieve responses.cancel responses.delete
                        conversations.create conversations.retrieve
                        files.create files.retrieve files.list files.delete files.content files.wait_for_processing
                        models.list models.retrieve models.delete batches.create batches.retrieve batches.list
                        batches.cancel fine_tuning.jobs.create fine_tuning.jobs.retrieve fine_tuning.jobs.list
                        fine_tuning.jobs.cancel vector_stores.create vector_stores.retrieve vector_stores.list
                        vector_stores.update vector_stores.delete vector_stores.search vector_stores.files.*
                        vector_stores.file_batches.* uploads.create uploads.upload_file_chunked
                        videos.create videos.create_and_poll videos.poll videos.retrieve videos.list videos.delete
                        videos.download_content videos.remix containers.create containers.retrieve containers.list
                        containers.delete containers.files.* evals.create evals.retrieve evals.list evals.runs.*
                        responses.compact responses.input_items.list conversations.update conversations.delete
                        conversations.items.* chat.completions.retrieve chat.completions.update
                        chat.completions.delete get post put patch delete request
                        with_raw_response.*.* with_raw_response.*.*.* *.with_raw_response.*
                        *.*.with_raw_response.* *.*.*.with_raw_response.*""",
                },
                "returns": {
                    "with_options": "openai.OpenAI",
                    "copy": "openai.OpenAI",
                    "chat.completions.stream": "openai.lib.streaming.chat.ChatCompletionStreamManager",
                    "responses.stream": "openai.lib.streaming.responses.ResponseStreamManager",
                    "chat.completions.with_streaming_response.create": "openai.OpenAI.with_streaming_response()",
                    "responses.with_streaming_response.create": "openai.OpenAI.with_streaming_response()",
                    "audio.speech.with_streaming_response.create": "openai.OpenAI.with_streaming_response()",
                    "images.with_streaming_response.generate": "openai.OpenAI.with_streaming_response()",
                    "files.with_streaming_response.content": "openai.OpenAI.with_streaming_response()",
                },
            },
            "openai.OpenAI.with_streaming_response()": {
                "enter_effect": "sdk",
                "enter": "openai._response.StreamedBinaryAPIResponse",
            },
            "openai._response.StreamedBinaryAPIResponse": {
                "methods": {"sdk": "stream_to_file read json text parse"},
                "returns": {
                    "iter_bytes": "openai._response.StreamedBinaryAPIResponse.iter_bytes()",
                    "iter_lines": "openai._response.StreamedBinaryAPIResponse.iter_bytes()",
                    "iter_text": "openai._response.StreamedBinaryAPIResponse.iter_bytes()",
                },
            },
            "openai._response.StreamedBinaryAPIResponse.iter_bytes()": {"iter": {"effect": "sdk"}},
            "openai.lib.streaming.chat.ChatCompletionStreamManager": {
                "enter_effect": "sdk",
                "enter": "openai.lib.streaming.chat.ChatCompletionStream",
            },
            "openai.lib.streaming.chat.ChatCompletionStream": {
                "methods": {"sdk": "get_final_completion until_done"},
                "iter": {"effect": "sdk"},
            },
            "openai.lib.streaming.responses.ResponseStreamManager": {
                "enter_effect": "sdk",
                "enter": "openai.lib.streaming.responses.ResponseStream",
            },
            "openai.lib.streaming.responses.ResponseStream": {
                "methods": {"sdk": "get_final_response until_done"},
                "iter": {"effect": "sdk"},
            },
            "openai.AzureOpenAI": {"bases": ("openai.OpenAI",)},
            "openai.AsyncOpenAI": {
                "async": True,
                "coroutines": """chat.completions.create chat.completions.parse completions.create embeddings.create
                    moderations.create images.generate images.edit audio.transcriptions.create
                    audio.translations.create audio.speech.create responses.create responses.parse
                    responses.retrieve files.create files.retrieve files.delete files.content models.retrieve
                    batches.create batches.retrieve vector_stores.create vector_stores.search close""",
                "returns": {"with_options": "openai.AsyncOpenAI", "copy": "openai.AsyncOpenAI"},
            },
            "openai.AsyncAzureOpenAI": {"bases": ("openai.AsyncOpenAI",), "async": True},
        },
        "aliases": {
            "openai.Client": "openai.OpenAI",
            "openai.AsyncClient": "openai.AsyncOpenAI",
            "openai._client.OpenAI": "openai.OpenAI",
            "openai._client.AsyncOpenAI": "openai.AsyncOpenAI",
            "openai.lib.azure.AzureOpenAI": "openai.AzureOpenAI",
        },
    },
    {
        "name": "openai",
        "roots": ("openai",),
        "source": "https://github.com/openai/openai-python/discussions/742",
        "older": """openai.ChatCompletion.create openai.Completion.create openai.Embedding.create openai.Edit.create
            openai.Image.create openai.Image.create_edit openai.Image.create_variation openai.Audio.transcribe
            openai.Audio.translate openai.Moderation.create openai.File.create openai.File.list openai.File.retrieve
            openai.FineTuningJob.create openai.FineTune.create openai.Model.list openai.Model.retrieve
            openai.ChatCompletion.acreate openai.Completion.acreate openai.Embedding.acreate openai.Image.acreate
            openai.Audio.atranscribe openai.Audio.atranslate openai.Moderation.acreate""",
        "instead": "await the coroutine of the class, `acreate` (`AsyncOpenAI` from openai 1)",
        "calls": {
            "sdk": """openai.ChatCompletion.create openai.Completion.create openai.Embedding.create
                openai.Edit.create openai.Image.create openai.Image.create_edit openai.Image.create_variation
                openai.Audio.transcribe openai.Audio.translate openai.Moderation.create openai.File.create
                openai.File.list openai.File.retrieve openai.FineTuningJob.create openai.FineTune.create
                openai.Model.list openai.Model.retrieve""",
        },
        "advice": {
            "openai.Audio.transcribe": "await `openai.Audio.atranscribe(...)` (`AsyncOpenAI` from openai 1)",
            "openai.Audio.translate": "await `openai.Audio.atranslate(...)` (`AsyncOpenAI` from openai 1)",
        },
        "coroutines": """openai.ChatCompletion.acreate openai.Completion.acreate openai.Embedding.acreate
            openai.Image.acreate openai.Audio.atranscribe openai.Audio.atranslate openai.Moderation.acreate""",
    },
    {
        "name": "anthropic",
        "roots": ("anthropic",),
        "source": "https://github.com/anthropics/anthropic-sdk-python",
        "instead": "use `anthropic.AsyncAnthropic`",
        "classes": {
            "anthropic.Anthropic": {
                "methods": {
                    "sdk": """messages.create messages.parse messages.count_tokens messages.batches.create
                        messages.batches.retrieve messages.batches.list messages.batches.results
                        messages.batches.cancel models.list models.retrieve files.*
                        beta.messages.create beta.messages.parse beta.messages.count_tokens beta.messages.batches.*
                        beta.files.* beta.skills.* beta.models.* with_raw_response.*.* *.with_raw_response.*
                        *.*.with_raw_response.*""",
                },
                "returns": {
                    "with_options": "anthropic.Anthropic",
                    "copy": "anthropic.Anthropic",
                    "messages.stream": "anthropic.lib.streaming.MessageStreamManager",
                    "beta.messages.stream": "anthropic.lib.streaming.MessageStreamManager",
                },
            },
            "anthropic.lib.streaming.MessageStreamManager": {
                "enter": "anthropic.lib.streaming.MessageStream",
                "enter_effect": "sdk",
            },
            "anthropic.lib.streaming.MessageStream": {
                "methods": {"sdk": "get_final_message get_final_text until_done"},
                "attributes": {"text_stream": "anthropic.lib.streaming.MessageStream.text_stream()"},
                "iter": {"effect": "sdk"},
            },
            "anthropic.lib.streaming.MessageStream.text_stream()": {"iter": {"effect": "sdk"}},
            "anthropic.AsyncAnthropic": {
                "async": True,
                "coroutines": """messages.create messages.count_tokens messages.batches.create models.retrieve
                    beta.messages.create beta.messages.count_tokens close""",
                "returns": {"with_options": "anthropic.AsyncAnthropic", "copy": "anthropic.AsyncAnthropic"},
            },
            "anthropic.AnthropicBedrock": {"bases": ("anthropic.Anthropic",)},
            "anthropic.AnthropicVertex": {"bases": ("anthropic.Anthropic",)},
            "anthropic.AsyncAnthropicBedrock": {"bases": ("anthropic.AsyncAnthropic",), "async": True},
            "anthropic.AsyncAnthropicVertex": {"bases": ("anthropic.AsyncAnthropic",), "async": True},
        },
        "aliases": {
            "anthropic.Client": "anthropic.Anthropic",
            "anthropic.AsyncClient": "anthropic.AsyncAnthropic",
            "anthropic._client.Anthropic": "anthropic.Anthropic",
            "anthropic._client.AsyncAnthropic": "anthropic.AsyncAnthropic",
        },
    },
    {
        "name": "google-generativeai",
        "roots": ("google.generativeai",),
        "source": "https://ai.google.dev/api/python/google/generativeai",
        "instead": "use `await model.generate_content_async(...)`",
        "calls": {
            "sdk": """google.generativeai.embed_content google.generativeai.upload_file google.generativeai.get_file
                google.generativeai.delete_file google.generativeai.list_models google.generativeai.list_files
                google.generativeai.get_model""",
        },
        "advice": {
            "google.generativeai.embed_content": "use `await google.generativeai.embed_content_async(...)`",
            "google.generativeai.upload_file": "run it in a thread: `await asyncio.to_thread(...)`",
        },
        "coroutines": "google.generativeai.embed_content_async",
        "classes": {
            "google.generativeai.GenerativeModel": {
                "methods": {"sdk": "generate_content count_tokens"},
                "coroutines": "generate_content_async count_tokens_async",
                "returns": {"start_chat": "google.generativeai.ChatSession"},
            },
            "google.generativeai.ChatSession": {
                "methods": {"sdk": "send_message"},
                "coroutines": "send_message_async",
            },
        },
        "aliases": {
            "google.generativeai.generative_models.GenerativeModel": "google.generativeai.GenerativeModel",
        },
    },
    {
        "name": "google-genai",
        "roots": ("google.genai",),
        "source": "https://googleapis.github.io/python-genai/",
        "instead": "use the client's `.aio` methods",
        "classes": {
            "google.genai.Client": {
                "methods": {
                    "sdk": """models.generate_content models.embed_content models.generate_images
                        models.generate_videos models.count_tokens models.compute_tokens models.edit_image
                        models.upscale_image models.get models.list files.upload files.get files.delete files.list
                        files.download caches.create caches.get caches.delete caches.list caches.update
                        batches.create batches.get batches.list operations.get tunings.tune tunings.get
                        interactions.create interactions.get interactions.cancel interactions.delete""",
                },
                "returns": {
                    "chats.create": "google.genai.chats.Chat",
                    "models.generate_content_stream": "google.genai.models.Models.generate_content_stream()",
                },
                "attributes": {"aio": "google.genai.client.AsyncClient"},
            },
            "google.genai.models.Models.generate_content_stream()": {"iter": {"effect": "sdk"}},
            "google.genai.chats.Chat": {
                "methods": {"sdk": "send_message"},
                "pure": "get_history",
                "returns": {"send_message_stream": "google.genai.models.Models.generate_content_stream()"},
            },
            "google.genai.client.AsyncClient": {
                "async": True,
                "coroutines": """models.generate_content models.generate_content_stream models.embed_content
                    models.generate_images models.count_tokens models.get models.list files.upload files.get
                    files.delete files.list caches.create caches.get caches.delete""",
                "returns": {"chats.create": "google.genai.chats.AsyncChat"},
            },
            "google.genai.chats.AsyncChat": {"async": True, "coroutines": "send_message send_message_stream"},
        },
        "aliases": {"google.genai.client.Client": "google.genai.Client"},
    },
    {
        "name": "cohere",
        "roots": ("cohere",),
        "source": "https://docs.cohere.com/reference/about",
        "instead": "use `cohere.AsyncClientV2`",
        "classes": {
            "cohere.Client": {
                "methods": {
                    "sdk": """chat generate embed rerank classify summarize tokenize detokenize
                        check_api_key models.list models.get datasets.create datasets.get datasets.list""",
                },
                "returns": {"chat_stream": "cohere.Client.chat_stream()"},
            },
            "cohere.Client.chat_stream()": {"iter": {"effect": "sdk"}},
            "cohere.ClientV2": {
                "methods": {"sdk": "chat embed rerank tokenize detokenize models.list models.get"},
                "returns": {"chat_stream": "cohere.Client.chat_stream()"},
            },
            "cohere.AsyncClient": {
                "async": True,
                "coroutines": "chat generate embed rerank classify summarize tokenize detokenize models.list",
            },
            "cohere.AsyncClientV2": {"async": True, "coroutines": "chat embed rerank tokenize detokenize"},
        },
        "aliases": {
            "cohere.client.Client": "cohere.Client",
            "cohere.client.AsyncClient": "cohere.AsyncClient",
        },
    },
    {
        "name": "mistralai",
        "roots": ("mistralai",),
        "older": "mistralai.Mistral mistralai.sdk.Mistral",
        "source": "https://docs.mistral.ai/getting-started/clients/",
        "instead": "use the `..._async` method of the client",
        "classes": {
            "mistralai.client.Mistral": {
                "methods": {
                    "sdk": """chat.complete chat.stream chat.parse embeddings.create fim.complete agents.complete
                        ocr.process models.list models.retrieve files.upload files.list files.retrieve files.delete
                        classifiers.moderate""",
                },
                "coroutines": """chat.complete_async chat.stream_async chat.parse_async embeddings.create_async
                    fim.complete_async agents.complete_async ocr.process_async models.list_async
                    files.upload_async""",
            },
        },
        "aliases": {
            "mistralai.Mistral": "mistralai.client.Mistral",
            "mistralai.sdk.Mistral": "mistralai.client.Mistral",
        },
    },
    {
        "name": "groq",
        "roots": ("groq",),
        "source": "https://github.com/groq/groq-python",
        "instead": "use `groq.AsyncGroq`",
        "classes": {
            "groq.Groq": {
                "methods": {
                    "sdk": """chat.completions.create embeddings.create audio.transcriptions.create
                        audio.translations.create audio.speech.create models.list models.retrieve files.create
                        batches.create""",
                },
                "returns": {"with_options": "groq.Groq"},
            },
            "groq.AsyncGroq": {
                "async": True,
                "coroutines": """chat.completions.create embeddings.create audio.transcriptions.create
                    audio.translations.create audio.speech.create models.list models.retrieve close""",
            },
        },
        "aliases": {"groq.Client": "groq.Groq", "groq.AsyncClient": "groq.AsyncGroq"},
    },
    {
        "name": "ollama",
        "roots": ("ollama",),
        "source": "https://github.com/ollama/ollama-python",
        "instead": "use `ollama.AsyncClient`",
        "calls": {
            "sdk": """ollama.chat ollama.generate ollama.embed ollama.embeddings ollama.pull ollama.push
                ollama.create ollama.delete ollama.copy ollama.show ollama.list ollama.ps""",
        },
        "classes": {
            "ollama.Client": {
                "methods": {"sdk": "chat generate embed embeddings pull push create delete copy show list ps"},
            },
            "ollama.AsyncClient": {
                "async": True,
                "coroutines": "chat generate embed embeddings pull push create delete copy show list ps",
            },
        },
        "aliases": {
            "ollama._client.Client": "ollama.Client",
            "ollama._client.AsyncClient": "ollama.AsyncClient",
        },
    },
    {
        "name": "together",
        "roots": ("together",),
        "source": "https://github.com/togethercomputer/together-python",
        "instead": "use `together.AsyncTogether`",
        "classes": {
            "together.Together": {
                "methods": {
                    "sdk": """chat.completions.create completions.create embeddings.create images.generate
                        rerank.create models.list""",
                },
            },
            "together.AsyncTogether": {
                "async": True,
                "coroutines": "chat.completions.create completions.create embeddings.create",
            },
        },
    },
    {
        "name": "replicate",
        "roots": ("replicate",),
        "source": "https://github.com/replicate/replicate-python",
        "instead": "use `await replicate.async_run(...)`",
        "calls": {
            "sdk": """replicate.run replicate.predictions.create replicate.predictions.get
                replicate.models.get""",
        },
        "coroutines": "replicate.async_run",
        "classes": {
            "replicate.Client": {
                "methods": {
                    "sdk": """run predictions.create predictions.get predictions.list models.get models.list
                        trainings.create files.create deployments.get""",
                },
                "coroutines": "async_run predictions.async_create predictions.async_get models.async_get",
            },
        },
        "aliases": {"replicate.client.Client": "replicate.Client"},
    },
    {
        "name": "huggingface-hub",
        "roots": ("huggingface_hub",),
        "source": "https://huggingface.co/docs/huggingface_hub/package_reference/inference_client",
        "instead": "use `huggingface_hub.AsyncInferenceClient`",
        "advice": {
            "huggingface_hub.hf_hub_download": "run it in a thread: `await asyncio.to_thread(...)`",
            "huggingface_hub.snapshot_download": "run it in a thread: `await asyncio.to_thread(...)`",
        },
        "calls": {
            "sdk": """huggingface_hub.hf_hub_download huggingface_hub.snapshot_download huggingface_hub.login
                huggingface_hub.model_info huggingface_hub.list_models huggingface_hub.upload_file
                huggingface_hub.upload_folder huggingface_hub.create_repo huggingface_hub.whoami""",
        },
        "classes": {
            "huggingface_hub.InferenceClient": {
                "methods": {
                    "sdk": """chat_completion text_generation feature_extraction text_to_image image_to_text
                        summarization translation text_classification token_classification sentence_similarity
                        question_answering zero_shot_classification automatic_speech_recognition text_to_speech
                        fill_mask image_classification object_detection chat.completions.create""",
                },
            },
            "huggingface_hub.AsyncInferenceClient": {
                "async": True,
                "coroutines": """chat_completion text_generation feature_extraction text_to_image image_to_text
                    summarization translation text_classification token_classification sentence_similarity
                    question_answering zero_shot_classification automatic_speech_recognition text_to_speech
                    chat.completions.create""",
            },
            "huggingface_hub.HfApi": {
                "methods": {
                    "sdk": """model_info dataset_info repo_info list_models list_datasets list_repo_files upload_file
                        upload_folder create_repo delete_repo hf_hub_download snapshot_download whoami
                        create_commit file_exists repo_exists""",
                },
            },
        },
    },
    {
        "name": "litellm",
        "roots": ("litellm",),
        "source": "https://docs.litellm.ai/docs/completion/stream#async-completion",
        "instead": "use `await litellm.acompletion(...)`",
        "advice": {
            "litellm.embedding": "use `await litellm.aembedding(...)`",
            "litellm.image_generation": "use `await litellm.aimage_generation(...)`",
            "litellm.transcription": "use `await litellm.atranscription(...)`",
            "litellm.rerank": "use `await litellm.arerank(...)`",
        },
        "calls": {
            "sdk": """litellm.completion litellm.text_completion litellm.embedding litellm.image_generation
                litellm.transcription litellm.speech litellm.moderation litellm.rerank litellm.batch_completion
                litellm.responses""",
        },
        "coroutines": """litellm.acompletion litellm.atext_completion litellm.aembedding litellm.aimage_generation
            litellm.atranscription litellm.aspeech litellm.amoderation litellm.arerank litellm.aresponses""",
        "classes": {
            "litellm.Router": {
                "methods": {"sdk": "completion embedding image_generation text_completion"},
                "coroutines": "acompletion aembedding aimage_generation atranscription atext_completion",
            },
        },
        "aliases": {
            "litellm.router.Router": "litellm.Router",
        },
    },
    {
        "name": "langchain-core",
        "roots": ("langchain_core",),
        "source": "https://python.langchain.com/api_reference/core/runnables/langchain_core.runnables.base.Runnable.html",
        "instead": "use the runnable's own coroutine, `await ....ainvoke(...)`",
        "advice": {
            "langchain_core.vectorstores.VectorStore.similarity_search": "await `store.asimilarity_search(...)`",
            "langchain_core.vectorstores.VectorStore.similarity_search_with_score": "await `store.asimilarity_search_with_score(...)`",
            "langchain_core.vectorstores.VectorStore.add_documents": "await `store.aadd_documents(...)`",
            "langchain_core.vectorstores.VectorStore.add_texts": "await `store.aadd_texts(...)`",
            "langchain_core.vectorstores.VectorStore.from_documents": "await `afrom_documents(...)` of the same class",
            "langchain_core.vectorstores.VectorStore.from_texts": "await `afrom_texts(...)` of the same class",
        },
        "older": """langchain_core.language_models.BaseChatModel.predict
            langchain_core.language_models.BaseChatModel.predict_messages
            langchain_core.language_models.BaseChatModel.apredict
            langchain_core.language_models.BaseChatModel.apredict_messages
            langchain_core.language_models.BaseLLM.predict langchain_core.language_models.BaseLLM.apredict
            langchain_core.retrievers.BaseRetriever.get_relevant_documents
            langchain_core.retrievers.BaseRetriever.aget_relevant_documents""",
        "calls": {"file": "langchain_core.prompts.load_prompt"},
        "classes": {
            "langchain_core.runnables.Runnable": {
                "methods": {"sdk": "invoke batch __call__"},
                "coroutines": "ainvoke abatch",
                "returns": {
                    "stream": "langchain_core.runnables.Runnable.stream()",
                    "__or__": "langchain_core.runnables.Runnable",
                    "__ror__": "langchain_core.runnables.Runnable",
                    "pipe": "langchain_core.runnables.Runnable",
                    "bind": "langchain_core.runnables.Runnable",
                    "with_config": "langchain_core.runnables.Runnable",
                    "with_retry": "langchain_core.runnables.Runnable",
                    "with_fallbacks": "langchain_core.runnables.Runnable",
                    "with_types": "langchain_core.runnables.Runnable",
                    "assign": "langchain_core.runnables.Runnable",
                    "pick": "langchain_core.runnables.Runnable",
                },
            },
            "langchain_core.runnables.Runnable.stream()": {"iter": {"effect": "sdk"}},
            "langchain_core.runnables.RunnableSequence": {"bases": ("langchain_core.runnables.Runnable",)},
            "langchain_core.runnables.RunnableParallel": {"bases": ("langchain_core.runnables.Runnable",)},
            "langchain_core.language_models.BaseChatModel": {
                "bases": ("langchain_core.runnables.Runnable",),
                "methods": {"sdk": "generate predict predict_messages"},
                "coroutines": "agenerate apredict apredict_messages",
                "returns": {
                    "bind_tools": "langchain_core.runnables.Runnable",
                    "with_structured_output": "langchain_core.runnables.Runnable",
                },
            },
            "langchain_core.language_models.BaseLLM": {
                "bases": ("langchain_core.runnables.Runnable",),
                "methods": {"sdk": "generate predict"},
                "coroutines": "agenerate apredict",
            },
            "langchain_core.language_models.LLM": {"bases": ("langchain_core.language_models.BaseLLM",)},
            "langchain_core.embeddings.Embeddings": {
                "methods": {"sdk": "embed_query embed_documents"},
                "coroutines": "aembed_query aembed_documents",
            },
            "langchain_core.retrievers.BaseRetriever": {
                "bases": ("langchain_core.runnables.Runnable",),
                "methods": {"sdk": "get_relevant_documents"},
                "coroutines": "aget_relevant_documents",
            },
            "langchain_core.vectorstores.VectorStore": {
                "methods": {
                    "sdk": """similarity_search similarity_search_with_score
                        similarity_search_with_relevance_scores max_marginal_relevance_search search
                        similarity_search_by_vector add_documents add_texts delete from_documents from_texts
                        get_by_ids""",
                },
                "coroutines": """asimilarity_search asimilarity_search_with_score
                    asimilarity_search_with_relevance_scores amax_marginal_relevance_search asearch
                    aadd_documents aadd_texts adelete afrom_documents afrom_texts aget_by_ids""",
                "returns": {
                    "as_retriever": "langchain_core.retrievers.BaseRetriever",
                    "from_documents": "langchain_core.vectorstores.VectorStore",
                    "from_texts": "langchain_core.vectorstores.VectorStore",
                    "afrom_documents": "langchain_core.vectorstores.VectorStore",
                    "afrom_texts": "langchain_core.vectorstores.VectorStore",
                },
            },
            "langchain_core.tools.BaseTool": {
                "bases": ("langchain_core.runnables.Runnable",),
                "methods": {"sdk": "run"},
                "coroutines": "arun",
            },
            "langchain_core.prompts.ChatPromptTemplate": {
                "bases": ("langchain_core.runnables.Runnable",),
                "pure": "invoke batch __call__ stream",
            },
            "langchain_core.prompts.PromptTemplate": {
                "bases": ("langchain_core.runnables.Runnable",),
                "pure": "invoke batch __call__ stream",
            },
            "langchain_core.output_parsers.StrOutputParser": {
                "bases": ("langchain_core.runnables.Runnable",),
                "pure": "invoke batch __call__ stream",
            },
            "langchain_core.output_parsers.JsonOutputParser": {
                "bases": ("langchain_core.runnables.Runnable",),
                "pure": "invoke batch __call__ stream",
            },
            "langchain_core.runnables.RunnablePassthrough": {
                "bases": ("langchain_core.runnables.Runnable",),
                "pure": "invoke batch __call__ stream",
            },
        },
        "returns": {
            "langchain_core.prompts.ChatPromptTemplate.from_messages": "langchain_core.prompts.ChatPromptTemplate",
            "langchain_core.prompts.ChatPromptTemplate.from_template": "langchain_core.prompts.ChatPromptTemplate",
            "langchain_core.prompts.PromptTemplate.from_template": "langchain_core.prompts.PromptTemplate",
        },
        "aliases": {
            "langchain_core.prompts.loading.load_prompt": "langchain_core.prompts.load_prompt",
            "langchain_core.runnables.base.Runnable": "langchain_core.runnables.Runnable",
            "langchain_core.runnables.base.RunnableSequence": "langchain_core.runnables.RunnableSequence",
            "langchain_core.runnables.base.RunnableParallel": "langchain_core.runnables.RunnableParallel",
            "langchain_core.language_models.chat_models.BaseChatModel": "langchain_core.language_models.BaseChatModel",
            "langchain_core.language_models.llms.BaseLLM": "langchain_core.language_models.BaseLLM",
            "langchain_core.language_models.llms.LLM": "langchain_core.language_models.LLM",
            "langchain_core.vectorstores.base.VectorStore": "langchain_core.vectorstores.VectorStore",
            "langchain_core.tools.base.BaseTool": "langchain_core.tools.BaseTool",
            "langchain_core.prompts.chat.ChatPromptTemplate": "langchain_core.prompts.ChatPromptTemplate",
            "langchain_core.prompts.prompt.PromptTemplate": "langchain_core.prompts.PromptTemplate",
        },
    },
    {
        "name": "langchain",
        "roots": ("langchain",),
        "source": "https://python.langchain.com/docs/how_to/chat_models_universal_init/",
        "instead": "use the model's own coroutine, `await ....ainvoke(...)`",
        "returns": {
            "langchain.chat_models.init_chat_model": "langchain_core.language_models.BaseChatModel",
            "langchain.embeddings.init_embeddings": "langchain_core.embeddings.Embeddings",
            "langchain.agents.create_agent": "langgraph.graph.state.CompiledStateGraph",
        },
    },
    {
        "name": "langchain-openai",
        "roots": ("langchain_openai",),
        "source": "https://python.langchain.com/api_reference/openai/index.html",
        "instead": "use the model's own coroutine, `await ....ainvoke(...)`",
        "classes": {
            "langchain_openai.ChatOpenAI": {"bases": ("langchain_core.language_models.BaseChatModel",)},
            "langchain_openai.AzureChatOpenAI": {"bases": ("langchain_core.language_models.BaseChatModel",)},
            "langchain_openai.OpenAI": {"bases": ("langchain_core.language_models.BaseLLM",)},
            "langchain_openai.OpenAIEmbeddings": {"bases": ("langchain_core.embeddings.Embeddings",)},
            "langchain_openai.AzureOpenAIEmbeddings": {"bases": ("langchain_core.embeddings.Embeddings",)},
        },
        "aliases": {
            "langchain_openai.chat_models.ChatOpenAI": "langchain_openai.ChatOpenAI",
            "langchain_openai.embeddings.OpenAIEmbeddings": "langchain_openai.OpenAIEmbeddings",
        },
    },
    {
        "name": "langchain-anthropic",
        "roots": ("langchain_anthropic",),
        "source": "https://python.langchain.com/api_reference/anthropic/index.html",
        "instead": "use the model's own coroutine, `await ....ainvoke(...)`",
        "classes": {
            "langchain_anthropic.ChatAnthropic": {"bases": ("langchain_core.language_models.BaseChatModel",)},
        },
    },
    {
        "name": "langchain-google-genai",
        "roots": ("langchain_google_genai",),
        "source": "https://python.langchain.com/api_reference/google_genai/index.html",
        "instead": "use the model's own coroutine, `await ....ainvoke(...)`",
        "classes": {
            "langchain_google_genai.ChatGoogleGenerativeAI": {
                "bases": ("langchain_core.language_models.BaseChatModel",),
            },
            "langchain_google_genai.GoogleGenerativeAIEmbeddings": {
                "bases": ("langchain_core.embeddings.Embeddings",),
            },
        },
    },
    {
        "name": "langchain-ollama",
        "roots": ("langchain_ollama",),
        "source": "https://python.langchain.com/api_reference/ollama/index.html",
        "instead": "use the model's own coroutine, `await ....ainvoke(...)`",
        "classes": {
            "langchain_ollama.ChatOllama": {"bases": ("langchain_core.language_models.BaseChatModel",)},
            "langchain_ollama.OllamaLLM": {"bases": ("langchain_core.language_models.BaseLLM",)},
            "langchain_ollama.OllamaEmbeddings": {"bases": ("langchain_core.embeddings.Embeddings",)},
        },
    },
    {
        "name": "langchain-groq",
        "roots": ("langchain_groq",),
        "source": "https://python.langchain.com/api_reference/groq/index.html",
        "instead": "use the model's own coroutine, `await ....ainvoke(...)`",
        "classes": {"langchain_groq.ChatGroq": {"bases": ("langchain_core.language_models.BaseChatModel",)}},
    },
    {
        "name": "langgraph",
        "roots": ("langgraph",),
        "source": "https://langchain-ai.github.io/langgraph/reference/graphs/",
        "instead": "use the graph's own coroutine, `await ....ainvoke(...)`",
        "returns": {"langgraph.prebuilt.create_react_agent": "langgraph.graph.state.CompiledStateGraph"},
        "classes": {
            "langgraph.graph.StateGraph": {"returns": {"compile": "langgraph.graph.state.CompiledStateGraph"}},
            "langgraph.graph.state.CompiledStateGraph": {
                "bases": ("langchain_core.runnables.Runnable",),
                "methods": {"sdk": "get_state update_state"},
                "coroutines": "aget_state aupdate_state",
            },
        },
        "aliases": {"langgraph.graph.state.StateGraph": "langgraph.graph.StateGraph"},
    },
    {
        "name": "llama-index-core",
        "roots": ("llama_index",),
        "source": "https://docs.llamaindex.ai/en/stable/api_reference/",
        "instead": "use the engine's own coroutine, `await ....aquery(...)`",
        "classes": {
            "llama_index.core.VectorStoreIndex": {
                "methods": {
                    "sdk": """from_documents insert insert_nodes delete_ref_doc refresh_ref_docs
                        from_vector_store"""
                },
                "returns": {
                    "from_documents": "llama_index.core.VectorStoreIndex",
                    "from_vector_store": "llama_index.core.VectorStoreIndex",
                    "as_query_engine": "llama_index.core.base.base_query_engine.BaseQueryEngine",
                    "as_chat_engine": "llama_index.core.chat_engine.types.BaseChatEngine",
                    "as_retriever": "llama_index.core.base.base_retriever.BaseRetriever",
                },
            },
            "llama_index.core.base.base_query_engine.BaseQueryEngine": {
                "methods": {"sdk": "query retrieve synthesize"},
                "coroutines": "aquery asynthesize",
            },
            "llama_index.core.base.base_retriever.BaseRetriever": {
                "methods": {"sdk": "retrieve"},
                "coroutines": "aretrieve",
            },
            "llama_index.core.chat_engine.types.BaseChatEngine": {
                "methods": {"sdk": "chat stream_chat"},
                "coroutines": "achat astream_chat",
            },
            "llama_index.core.llms.LLM": {
                "methods": {"sdk": "chat complete predict stream structured_predict"},
                "coroutines": "achat acomplete apredict astream astructured_predict",
            },
            "llama_index.core.SimpleDirectoryReader": {
                "methods": {"file": "load_data"},
                "coroutines": "aload_data",
            },
        },
        "aliases": {
            "llama_index.core.indices.VectorStoreIndex": "llama_index.core.VectorStoreIndex",
            "llama_index.core.llms.llm.LLM": "llama_index.core.llms.LLM",
        },
    },
    {
        "name": "transformers",
        "roots": ("transformers",),
        "source": "https://huggingface.co/docs/transformers/main_classes/pipelines",
        "instead": "run it in a process of its own, or in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"file": "transformers.pipeline"},
        "returns": {"transformers.pipeline": "transformers.Pipeline"},
        "classes": {
            "transformers.Pipeline": {"methods": {"cpu": "__call__ predict"}},
            "transformers.PreTrainedModel": {
                "methods": {"cpu": "__call__ generate forward", "file": "from_pretrained save_pretrained"},
                "returns": {
                    "from_pretrained": "transformers.PreTrainedModel",
                    "to": "transformers.PreTrainedModel",
                },
            },
            "transformers.PreTrainedTokenizerBase": {
                "methods": {"file": "from_pretrained save_pretrained"},
                "returns": {"from_pretrained": "transformers.PreTrainedTokenizerBase"},
            },
            "transformers.AutoTokenizer": {
                "methods": {"file": "from_pretrained"},
                "returns": {"from_pretrained": "transformers.PreTrainedTokenizerBase"},
            },
            "transformers.AutoProcessor": {"methods": {"file": "from_pretrained"}},
            "transformers.AutoConfig": {"methods": {"file": "from_pretrained"}},
            "transformers.AutoModel": {
                "methods": {"file": "from_pretrained"},
                "returns": {"from_pretrained": "transformers.PreTrainedModel"},
            },
            "transformers.AutoModelForCausalLM": {"bases": ("transformers.AutoModel",)},
            "transformers.AutoModelForSequenceClassification": {"bases": ("transformers.AutoModel",)},
            "transformers.AutoModelForSeq2SeqLM": {"bases": ("transformers.AutoModel",)},
            "transformers.AutoModelForTokenClassification": {"bases": ("transformers.AutoModel",)},
            "transformers.AutoModelForQuestionAnswering": {"bases": ("transformers.AutoModel",)},
        },
    },
    {
        "name": "sentence-transformers",
        "roots": ("sentence_transformers",),
        "source": "https://sbert.net/docs/package_reference/sentence_transformer/SentenceTransformer.html",
        "instead": "run it in a process of its own, or in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {
            "file": "sentence_transformers.SentenceTransformer sentence_transformers.CrossEncoder",
            "cpu": "sentence_transformers.util.semantic_search",
        },
        "classes": {
            "sentence_transformers.SentenceTransformer": {
                "methods": {"cpu": "encode encode_query encode_document encode_multi_process similarity fit"},
            },
            "sentence_transformers.CrossEncoder": {"methods": {"cpu": "predict rank fit"}},
        },
        "aliases": {
            "sentence_transformers.cross_encoder.CrossEncoder": "sentence_transformers.CrossEncoder",
        },
    },
    {
        "name": "fastembed",
        "roots": ("fastembed",),
        "source": "https://qdrant.github.io/fastembed/",
        "instead": "run it in a process of its own, or in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "fastembed.TextEmbedding"},
        "classes": {
            "fastembed.TextEmbedding": {
                "returns": {
                    "embed": "fastembed.TextEmbedding.embed()",
                    "query_embed": "fastembed.TextEmbedding.embed()",
                    "passage_embed": "fastembed.TextEmbedding.embed()",
                },
            },
            "fastembed.TextEmbedding.embed()": {"iter": {"effect": "cpu"}},
        },
    },
    {
        "name": "voyageai",
        "roots": ("voyageai",),
        "source": "https://docs.voyageai.com/docs/embeddings",
        "instead": "use `voyageai.AsyncClient`",
        "classes": {
            "voyageai.Client": {"methods": {"sdk": "embed rerank multimodal_embed contextualized_embed"}},
            "voyageai.AsyncClient": {
                "async": True,
                "coroutines": "embed rerank multimodal_embed contextualized_embed",
            },
        },
        "aliases": {"voyageai.client.Client": "voyageai.Client"},
    },
    {
        "name": "tiktoken",
        "roots": ("tiktoken",),
        "source": "https://github.com/openai/tiktoken",
        "instead": "load it once at start-up, and run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": True,
        "calls": {"file": "tiktoken.get_encoding tiktoken.encoding_for_model"},
        "returns": {
            "tiktoken.get_encoding": "tiktoken.Encoding",
            "tiktoken.encoding_for_model": "tiktoken.Encoding",
        },
        "classes": {
            "tiktoken.Encoding": {
                "methods": {"cpu": "encode_batch encode_ordinary_batch decode_batch"},
            },
        },
        "aliases": {"tiktoken.core.Encoding": "tiktoken.Encoding"},
    },
    {
        "name": "elevenlabs",
        "roots": ("elevenlabs",),
        "source": "https://github.com/elevenlabs/elevenlabs-python",
        "instead": "use `elevenlabs.client.AsyncElevenLabs`",
        "classes": {
            "elevenlabs.client.ElevenLabs": {
                "methods": {
                    "sdk": """text_to_speech.convert speech_to_text.convert voices.get_all voices.search
                        models.list generate clone voices.get voices.delete user.get history.list
                        text_to_speech.convert_with_timestamps"""
                },
            },
            "elevenlabs.client.AsyncElevenLabs": {
                "async": True,
                "coroutines": """speech_to_text.convert voices.get_all voices.search voices.get voices.delete
                    models.list user.get history.list generate text_to_speech.convert_with_timestamps""",
            },
        },
        "older": """elevenlabs.client.ElevenLabs.generate elevenlabs.client.ElevenLabs.clone
            elevenlabs.client.AsyncElevenLabs.generate""",
        "aliases": {"elevenlabs.ElevenLabs": "elevenlabs.client.ElevenLabs"},
    },
    {
        "name": "deepl",
        "roots": ("deepl",),
        "source": "https://github.com/DeepLcom/deepl-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "deepl.Translator": {
                "methods": {
                    "sdk": """translate_text translate_text_with_glossary translate_document
                        translate_document_from_filepath get_usage get_source_languages get_target_languages
                        create_glossary list_glossaries""",
                },
            },
            "deepl.DeepLClient": {"bases": ("deepl.Translator",), "methods": {"sdk": "rephrase_text"}},
        },
        "aliases": {"deepl.translator.Translator": "deepl.Translator"},
    },
    {
        "name": "assemblyai",
        "roots": ("assemblyai",),
        "source": "https://github.com/AssemblyAI/assemblyai-python-sdk",
        "instead": "use `transcribe_async`, whose future is waited for in a thread",
        "classes": {
            "assemblyai.Transcriber": {"methods": {"sdk": "transcribe submit upload_file"}},
        },
    },
    {
        "name": "tavily-python",
        "roots": ("tavily",),
        "source": "https://docs.tavily.com/sdk/python/reference",
        "instead": "use `tavily.AsyncTavilyClient`",
        "classes": {
            "tavily.TavilyClient": {"methods": {"sdk": "search extract get_search_context qna_search crawl map"}},
            "tavily.AsyncTavilyClient": {
                "async": True,
                "coroutines": "search extract get_search_context qna_search crawl map",
            },
        },
        "aliases": {"tavily.tavily.TavilyClient": "tavily.TavilyClient"},
    },
    {
        "name": "openai-whisper",
        "roots": ("whisper",),
        "source": "https://github.com/openai/whisper",
        "instead": "run it in a process of its own, or in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {
            "file": "whisper.load_model whisper.load_audio",
            "cpu": "whisper.transcribe whisper.decode whisper.log_mel_spectrogram",
        },
        "returns": {"whisper.load_model": "whisper.model.Whisper"},
        "classes": {"whisper.model.Whisper": {"methods": {"cpu": "transcribe decode detect_language"}}},
    },
    {
        "name": "instructor",
        "roots": ("instructor",),
        "source": "https://python.useinstructor.com/",
        "instead": "use `instructor.from_openai(openai.AsyncOpenAI())`",
        "returns": {
            "instructor.from_openai": "argument:0",
            "instructor.patch": "argument:0",
        },
        "classes": {
            "instructor.Instructor": {
                "methods": {"sdk": "create create_with_completion chat.completions.create messages.create"},
            },
            "instructor.AsyncInstructor": {
                "async": True,
                "coroutines": "create create_with_completion chat.completions.create messages.create",
            },
        },
    },
    {
        "name": "pydantic-ai",
        "roots": ("pydantic_ai",),
        "source": "https://ai.pydantic.dev/api/agent/",
        "instead": "use `await agent.run(...)`",
        "classes": {
            "pydantic_ai.Agent": {
                "methods": {"loop": "run_sync"},
                "coroutines": "run",
            },
            "pydantic_ai.RunContext": {"async": True},
        },
        "aliases": {
            "pydantic_ai.agent.Agent": "pydantic_ai.Agent",
            "pydantic_ai.tools.RunContext": "pydantic_ai.RunContext",
        },
    },
    {
        "name": "llama-cpp-python",
        "roots": ("llama_cpp",),
        "source": "https://llama-cpp-python.readthedocs.io/en/latest/api-reference/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"file": "llama_cpp.Llama llama_cpp.Llama.from_pretrained"},
        "returns": {"llama_cpp.Llama.from_pretrained": "llama_cpp.Llama"},
        "classes": {
            "llama_cpp.Llama": {
                "methods": {
                    "cpu": """create_chat_completion create_chat_completion_openai_v1 create_completion
                        create_embedding embed eval __call__""",
                },
                "pure": "tokenize detokenize reset n_ctx n_vocab token_eos token_bos",
            },
        },
        "aliases": {"llama_cpp.llama.Llama": "llama_cpp.Llama"},
    },
    {
        "name": "langchain-community",
        "roots": ("langchain_community", "langchain_core.document_loaders"),
        "source": "https://python.langchain.com/api_reference/core/document_loaders/langchain_core.document_loaders.base.BaseLoader.html",
        "instead": "await the asynchronous form: `await loader.aload()`",
        "classes": {
            "langchain_core.document_loaders.BaseLoader": {
                "methods": {"cpu": "load load_and_split"},
                "coroutines": "aload",
            },
            "langchain_community.document_loaders.BSHTMLLoader": {
                "bases": ("langchain_core.document_loaders.BaseLoader",),
            },
            "langchain_community.document_loaders.CSVLoader": {
                "bases": ("langchain_core.document_loaders.BaseLoader",),
            },
            "langchain_community.document_loaders.DirectoryLoader": {
                "bases": ("langchain_core.document_loaders.BaseLoader",),
            },
            "langchain_community.document_loaders.Docx2txtLoader": {
                "bases": ("langchain_core.document_loaders.BaseLoader",),
            },
            "langchain_community.document_loaders.JSONLoader": {
                "bases": ("langchain_core.document_loaders.BaseLoader",),
            },
            "langchain_community.document_loaders.PDFMinerLoader": {
                "bases": ("langchain_core.document_loaders.BaseLoader",),
            },
            "langchain_community.document_loaders.PDFPlumberLoader": {
                "bases": ("langchain_core.document_loaders.BaseLoader",),
            },
            "langchain_community.document_loaders.PyMuPDFLoader": {
                "bases": ("langchain_core.document_loaders.BaseLoader",),
            },
            "langchain_community.document_loaders.PyPDFDirectoryLoader": {
                "bases": ("langchain_core.document_loaders.BaseLoader",),
            },
            "langchain_community.document_loaders.PyPDFLoader": {
                "bases": ("langchain_core.document_loaders.BaseLoader",),
            },
            "langchain_community.document_loaders.PythonLoader": {
                "bases": ("langchain_core.document_loaders.BaseLoader",),
            },
            "langchain_community.document_loaders.TextLoader": {
                "bases": ("langchain_core.document_loaders.BaseLoader",),
            },
            "langchain_community.document_loaders.UnstructuredExcelLoader": {
                "bases": ("langchain_core.document_loaders.BaseLoader",),
            },
            "langchain_community.document_loaders.UnstructuredFileLoader": {
                "bases": ("langchain_core.document_loaders.BaseLoader",),
            },
            "langchain_community.document_loaders.UnstructuredHTMLLoader": {
                "bases": ("langchain_core.document_loaders.BaseLoader",),
            },
            "langchain_community.document_loaders.UnstructuredMarkdownLoader": {
                "bases": ("langchain_core.document_loaders.BaseLoader",),
            },
            "langchain_community.document_loaders.UnstructuredPDFLoader": {
                "bases": ("langchain_core.document_loaders.BaseLoader",),
            },
            "langchain_community.document_loaders.UnstructuredPowerPointLoader": {
                "bases": ("langchain_core.document_loaders.BaseLoader",),
            },
            "langchain_community.document_loaders.UnstructuredWordDocumentLoader": {
                "bases": ("langchain_core.document_loaders.BaseLoader",),
            },
            "langchain_community.document_loaders.WebBaseLoader": {"methods": {"http": "load load_and_split"}},
        },
        "aliases": {"langchain_core.document_loaders.base.BaseLoader": "langchain_core.document_loaders.BaseLoader"},
    },
)
